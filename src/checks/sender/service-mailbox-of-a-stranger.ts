import { defineCheck } from '../check.ts';
import { isConversation, leadsAstray } from '../strangers.ts';

const SERVICE =
  /^(?:no-?reply|do-?not-?reply|nao-?responda|support|info|contact|kontakt|admin|hello|service|sales|news|newsletter|mail|office|customer_?service)[._-]?[a-z0-9]{0,12}$/;

/**
 * `noreply@`, `support@`, `info@` of a house that is neither linked nor named in its own mail, which leads elsewhere: sent
 * through somebody's mail server. Lets pass free mailboxes, answers and lists, and every house that says who it is.
 */
export const serviceMailboxOfAStranger = defineCheck({
  id: 'service-mailbox-of-a-stranger',
  on: 'message',
  group: 'sender',
  points: 1,
  explain: 'It comes from {address}, but never says whose address that is, and its links lead elsewhere.',
  run(message, context) {
    const { from } = message;
    if (!from?.domain || context.lists.freeMail.has(from.domain)) return;
    if (!SERVICE.test(from.address.slice(0, Math.max(0, from.address.length - from.domain.length - 1)))) return;
    return !isConversation(message, context) && leadsAstray(message, context) ? { address: from.address } : undefined;
  },
});

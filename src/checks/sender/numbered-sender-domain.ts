import { registrable } from '../../parse/url.ts';
import { defineCheck } from '../check.ts';
import { nameOf } from '../domains.ts';
import { isWellKnown } from '../hosts.ts';
import { isConversation, leadsAstray } from '../strangers.ts';

/**
 * Digits in the sender's domain (`monkey25`, `stegen20`), of a house that is neither linked nor named in its own mail: one of
 * a row that somebody bought. Lets pass houses that say who they are (37 anything, 24 hours), answers and lists.
 */
export const numberedSenderDomain = defineCheck({
  id: 'numbered-sender-domain',
  on: 'message',
  group: 'sender',
  points: 1,
  explain: 'The sender’s domain {domain} is numbered like one of many, and the mail says nothing of it.',
  run(message, context) {
    const domain = registrable(message.from?.domain ?? '');
    if (!/\d{2,}/.test(nameOf(domain)) || context.lists.freeMail.has(domain) || isWellKnown(domain, context)) return;
    return !isConversation(message, context) && leadsAstray(message, context) ? { domain } : undefined;
  },
});

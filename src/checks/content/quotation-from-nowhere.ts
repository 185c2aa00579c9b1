import type { Message } from '../../model.ts';
import { registrable } from '../../parse/url.ts';
import type { CheckContext } from '../check.ts';
import { defineCheck } from '../check.ts';
import { isOwn } from '../domains.ts';
import { isConversation, leadsAstray } from '../strangers.ts';
import { lures } from './demand.ts';

/**
 * A request for a quotation or a purchase order from a free mailbox, or with answers going elsewhere, or by a stranger:
 * the way in for malware in order forms and for goods that are never paid. Two phrases and a mail of ordinary length are
 * asked for. Customers who write from their firm's own domain pass, and so do answers.
 */
export const quotationFromNowhere = defineCheck({
  id: 'quotation-from-nowhere',
  on: 'message',
  group: 'content',
  points: 2,
  explain:
    'It asks for an offer or an order (“{phrase}”), but {doubt}. Ask for the firm’s number and call before you open or send anything.',
  run(message, context) {
    const hits = lures(message, context, 'quotation');
    const [first] = hits;
    if (!first || hits.length < 2 || message.text.length > 4000 || isConversation(message, context)) return;
    const doubt = doubtAbout(message, context);
    return doubt === undefined ? undefined : { phrase: first.phrase, doubt };
  },
});

/** What speaks against the customer being who it says. */
function doubtAbout(message: Message, context: CheckContext): string | undefined {
  const home = registrable(message.from?.domain ?? '');
  if (!home || isOwn(home, context.organisation)) return;
  if (context.lists.freeMail.has(home)) return 'it comes from a free mailbox';
  const answer = message.replyTo.find(({ domain }) => domain !== '' && registrable(domain) !== home);
  if (answer) return `answers would go to ${answer.domain}`;
  return leadsAstray(message, context) ? 'its links lead to somebody else' : undefined;
}

import { defineCheck } from '../check.ts';
import { asksReply, freeMailDoubt } from '../content/asks.ts';
import { webLinks } from '../content/demand.ts';
import { isBulk, namesNobody } from '../mail.ts';

/**
 * A mail to nobody in particular, from a free mailbox or with answers going to one, that wants an answer and nothing else.
 * Firms that write to hidden recipients have a house, newsletters let themselves be unsubscribed; both pass. Families that
 * write to all at once do the same with "let me know", so this alone is a hint. A mail without any To line passes: an
 * export may have lost it.
 */
export const hiddenRecipientsAskedToAnswer = defineCheck({
  id: 'hidden-recipients-asked-to-answer',
  on: 'message',
  group: 'sender',
  points: 1,
  explain:
    'It names no recipient and wants an answer, while {doubt}. Letters to thousands of strangers look like this.',
  run(message, context) {
    if (message.form !== 'raw' || message.isReply || message.forwardedBy || isBulk(message)) return;
    if (!namesNobody(message)) return;
    if (message.text.length > 4000 || webLinks(message, context).length > 1) return;
    const doubt = freeMailDoubt(message, context);
    return doubt && asksReply(message, context) ? { doubt } : undefined;
  },
});

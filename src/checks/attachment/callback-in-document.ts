import { defineCheck } from '../check.ts';
import { hasPhoneNumber } from '../content/phone.ts';
import { isConversation } from '../strangers.ts';
import { isShort, luresIn, strangersIn } from './document-lures.ts';
import { fileName } from './names.ts';
import { isDocument } from './program-in-document.ts';

/**
 * A bill for what nobody bought, as a document or an invitation, with a telephone number to undo it: the mail around it
 * says nothing that a filter could read. Needs two of the stock phrases, as in a mail; real bills are paid, not called.
 */
export const callbackInDocument = defineCheck({
  id: 'callback-in-document',
  on: 'attachment',
  group: 'attachment',
  points: 4,
  explain: 'The document {name} tells of a charge (“{phrase}”) and leaves only a phone number to stop it.',
  run(attachment, context) {
    const { type, content, name } = attachment;
    if (!isShort(attachment) || (!isDocument(type) && type !== 'ics') || !hasPhoneNumber(content)) return;
    const message = context.messageOf(attachment);
    if (message && isConversation(message, context)) return;
    const phrases = new Set(
      luresIn(attachment, context)
        .filter(({ theme }) => theme === 'callback')
        .map(({ phrase }) => phrase),
    );
    const [phrase] = phrases;
    if (phrase === undefined || phrases.size < 2 || strangersIn(attachment, context).length > 3) return;
    return { name: fileName(name || 'invite.ics'), phrase };
  },
});

import type { Attachment, Message } from '../../model.ts';
import { mentionsIn } from '../brand-mentions.ts';
import { sendsFrom } from '../brands.ts';
import { type CheckContext, defineCheck } from '../check.ts';
import { hasPhoneNumber } from '../content/phone.ts';
import { isOwn } from '../domains.ts';
import { foldText } from '../lures.ts';
import { isConversation, isSmallTalk } from '../strangers.ts';
import { isShort, luresIn, strangersIn } from './document-lures.ts';
import { fileName } from './names.ts';
import { isDocument } from './program-in-document.ts';

/**
 * A bill for what nobody bought, as a document or an invitation, with a telephone number to undo it: the mail around it
 * says nothing that a filter could read. Real bills print numbers and telephones too: so there must be talk of undoing the
 * charge, and the sender must be a free mailbox or the bill another house's. A supplier's bill from the supplier passes.
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
        .filter(({ theme }) => theme === 'callback' || theme === 'renewal')
        .map(({ phrase }) => phrase),
    );
    const undo = [...phrases].find((phrase) => UNDO.test(phrase));
    if (undo === undefined || phrases.size < 3 || strangersIn(attachment, context).length > 3) return;
    if (message && !isSomebodyElse(attachment, message, context)) return;
    return { name: fileName(name || 'invite.ics'), phrase: undo };
  },
});

/** Words about a charge that comes by itself or is to be taken back, in the languages of the lists. */
const UNDO =
  /renew|auto.?debit|debited|cancel|refund|dispute|authori[sz]|did not|didn.?t|not you|wasn.?t|storn|widerr|kündig|annul|rembours|reembols|erstatt|rimbors|续费|自动扣|取消|退款|退订|如非|非本人/i;

function isSomebodyElse(attachment: Attachment, { from }: Message, { lists, organisation }: CheckContext): boolean {
  const domain = from?.domain ?? '';
  if (domain !== '' && isOwn(domain, organisation)) return false;
  if (domain === '' || lists.freeMail.has(domain)) return true;
  const named = mentionsIn(foldText(attachment.content), lists.brands).filter(({ brand }) => !isSmallTalk(brand));
  return named.length > 0 && !named.some(({ brand }) => sendsFrom(brand, domain, lists));
}

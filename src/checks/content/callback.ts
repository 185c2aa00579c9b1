import { registrable } from '../../parse/url.ts';
import { defineCheck } from '../check.ts';
import { lures, webLinks } from './demand.ts';
import { hasPhoneNumber } from './phone.ts';

/**
 * A purchase that nobody made, and a telephone number to undo it. Needs at least two of the stock phrases, a number,
 * and no way out by link: real receipts link to the shop that sent them, and those pass, whatever number they print.
 */
export const callback = defineCheck({
  id: 'callback',
  on: 'message',
  group: 'content',
  points: 4,
  explain:
    'It tells of a charge (“{phrase}”) and leaves only a phone number to stop it. At the other end sits the fraudster.',
  run(message, context) {
    const whole = `${message.subject}\n${message.text}`;
    if (whole.length > 5000 || !hasPhoneNumber(whole)) return;
    const hits = lures(message, context, 'callback');
    const [first] = hits;
    if (!first || hits.length < 2 || !CHARGE.test(whole)) return;
    const home = registrable(message.from?.domain ?? '');
    if (home && webLinks(message, context).some(({ parts }) => parts.domain === home)) return;
    return { phrase: first.phrase };
  },
});

/** Words and signs of money that is taken. */
const CHARGE =
  /[$€£¥₹]\s?\d|\d\s?(?:[$€£¥₹]|\busd\b|\beur\b|\bgbp\b|元|円)|\busd\s?\d|\b(?:renew|charg|debit|deduct|subscription|membership|purchase)|扣|续费|訂單|订单/i;

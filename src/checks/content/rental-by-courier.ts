import { defineCheck } from '../check.ts';
import { tells, wordsOf } from './asks.ts';
import { lures } from './demand.ts';

/**
 * A home that nobody can show, and keys that come by post once the deposit is paid. A landlord who names a time for a visit
 * passes, and so does a guest house.
 */
export const rentalByCourier = defineCheck({
  id: 'rental-by-courier',
  on: 'message',
  group: 'content',
  points: 3,
  explain: 'It offers a home that cannot be seen first (“{phrase}”). Who pays a deposit for it never gets the keys.',
  run(message, context) {
    const [hit] = tells(message, context, 'rental');
    const wants = DEPOSIT.test(message.text) || lures(message, context, 'secrets').length > 0;
    return hit && (wordsOf(message, context, 'rental') > 3 || wants) ? { phrase: hit.phrase } : undefined;
  },
});

const DEPOSIT =
  /\bdeposit\b|\bkaution\b|\bcaution\b|\bfianza\b|\bcaparra\b|\bborg(?:som)?\b|\bcaução\b|\bsinal\b|押金|订金|訂金|定金|敷金|保証金|보증금|계약금|예약금/iu;

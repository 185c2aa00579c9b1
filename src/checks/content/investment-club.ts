import { defineCheck } from '../check.ts';
import { tells } from './asks.ts';

/**
 * Sure gains, a small first payment, a place in a closed group. Several of the stock phrases in a few lines are asked for:
 * a fund's letter, which speaks of risk and at length, passes.
 */
export const investmentClub = defineCheck({
  id: 'investment-club',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'It promises easy gains (“{phrase}”). What sure profit there is, nobody offers to strangers.',
  run(message, context) {
    const hits = tells(message, context, 'investment');
    const [hit] = hits;
    return hit && hits.length > 1 && message.text.length < 1500 ? { phrase: hit.phrase } : undefined;
  },
});

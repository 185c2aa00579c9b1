import { defineCheck } from '../check.ts';
import { tells, wordsOf } from './asks.ts';

/**
 * Sure gains, a small first payment, a place in a closed group. Four of its words in a few lines are asked for:
 * a fund's letter, which speaks of risk and at length, passes.
 */
export const investmentClub = defineCheck({
  id: 'investment-club',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'It promises easy gains (“{phrase}”). What sure profit there is, nobody offers to strangers.',
  run(message, context) {
    const [hit] = tells(message, context, 'investment');
    return hit && wordsOf(message, context, 'investment') > 3 && message.text.length < 1500
      ? { phrase: hit.phrase }
      : undefined;
  },
});

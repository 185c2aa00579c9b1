import { defineCheck } from '../check.ts';
import { tells } from './asks.ts';
import { webLinks } from './demand.ts';

/**
 * Money or cards to be got, by somebody who cannot be called or asks for silence: a superior's name is all that such a
 * fraud needs. A colleague who is in a meeting and wants no money passes, and so does an invoice that nobody hushes.
 */
export const bossAsksQuietly = defineCheck({
  id: 'boss-asks-quietly',
  on: 'message',
  group: 'content',
  points: 3,
  explain:
    'It is about money or cards, and the writer cannot be called or wants silence (“{phrase}”). Ask by a number that you know.',
  run(message, context) {
    const [hit] = tells(message, context, 'boss');
    return hit && message.text.length < 1200 && webLinks(message, context).length < 2
      ? { phrase: hit.phrase }
      : undefined;
  },
});

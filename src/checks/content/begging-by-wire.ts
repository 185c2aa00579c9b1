import { defineCheck } from '../check.ts';
import { tells, wordsOf } from './asks.ts';
import { webLinks } from './demand.ts';

/**
 * Orphans, refugees, the sick, and money by cash transfer or in coins that nobody can call back. Charities name an account
 * or a page of their own, and pass.
 */
export const beggingByWire = defineCheck({
  id: 'begging-by-wire',
  on: 'message',
  group: 'content',
  points: 3,
  explain:
    'It begs for money by a way that cannot be called back (“{phrase}”). Give to charities that you can look up.',
  run(message, context) {
    const [hit] = tells(message, context, 'begging');
    return hit && wordsOf(message, context, 'begging') >= 3 && webLinks(message, context).length < 2
      ? { phrase: hit.phrase }
      : undefined;
  },
});

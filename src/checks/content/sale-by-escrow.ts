import { defineCheck } from '../check.ts';
import { tells, wordsOf } from './asks.ts';
import { webLinks } from './demand.ts';

/**
 * Something for sale that nobody can look at: a third party is to hold the money, an agent to fetch the goods. A buyer who
 * comes to see it, and a market that links to itself, pass.
 */
export const saleByEscrow = defineCheck({
  id: 'sale-by-escrow',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'It is about a sale without a meeting, through an agent or somebody who holds the money (“{phrase}”).',
  run(message, context) {
    const [hit] = tells(message, context, 'escrow-sale');
    return hit && wordsOf(message, context, 'escrow-sale') >= 3 && webLinks(message, context).length === 0
      ? { phrase: hit.phrase }
      : undefined;
  },
});

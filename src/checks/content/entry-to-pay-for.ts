import { defineCheck } from '../check.ts';
import { tells, wordsOf } from './asks.ts';
import { webLinks } from './demand.ts';

/**
 * A bill for an entry that nobody ordered: a directory, a register of trademarks, the listing of a domain. Registrars who
 * renew a domain in a customer's account link to their own site, and pass.
 */
export const entryToPayFor = defineCheck({
  id: 'entry-to-pay-for',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'It wants payment for an entry in a directory or register (“{phrase}”). Look whether you ever ordered it.',
  run(message, context) {
    const [hit] = tells(message, context, 'entry-bill');
    return hit && wordsOf(message, context, 'entry-bill') >= 3 && webLinks(message, context).length < 2
      ? { phrase: hit.phrase }
      : undefined;
  },
});

import { defineCheck } from '../check.ts';
import { isStrangersSite } from '../hosts.ts';
import { oddnessesOf } from '../oddnesses.ts';

/**
 * Each of these is met on honest links too; three at once hardly ever. The digits, hyphens and endings are of the host
 * only: long tails are ordinary in links of shops and newsletters.
 */
export const manySmallOddnesses = defineCheck({
  id: 'many-small-oddnesses',
  on: 'link',
  group: 'link',
  points: 2,
  explain: 'Several small things about the address {host} are odd at once: {oddnesses}.',
  run(link, context) {
    if (!isStrangersSite(link, context)) return;
    const found = oddnessesOf(link, context);
    return found.length >= 3 ? { host: link.parts.unicodeHost, oddnesses: found.join(', ') } : undefined;
  },
});

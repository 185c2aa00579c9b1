import { brandWithin } from '../brand-within.ts';
import { defineCheck } from '../check.ts';
import { endingOf, entryAbove } from '../domains.ts';
import { isStrangersSite } from '../hosts.ts';

/**
 * A brand's name with a few letters glued to it, in a host that is not the brand's: `amazonzr.example`,
 * `jpkuronekos.example`. The name alone, or with a word of service, is for `brand-word-outside-brand-domain`. Lets pass
 * well-known sites' names, short and ordinary names, and longer words in which the name stands by chance.
 */
export const brandNameWithinWord = defineCheck({
  id: 'brand-name-within-word',
  on: 'link',
  group: 'link',
  points: 2,
  explain:
    'The link’s address {host} has the name {brand} hidden in the word “{word}”, but it does not belong to {brand}.',
  run(link, context) {
    if (!isStrangersSite(link, context) || link.parts.isIp) return;
    const { host, domain } = link.parts;
    const base = entryAbove(host, context.lists.siteHosts) ?? endingOf(domain);
    const front = host.slice(0, Math.max(0, host.length - base.length - 1));
    for (const word of front.slice(-120).split(/[.-]/)) {
      const brand = brandWithin(word, context.lists);
      if (brand) return { host: link.parts.unicodeHost, brand, word };
    }
    return;
  },
});

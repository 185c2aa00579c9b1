import { misspeltBrand } from '../brand-typos.ts';
import { defineCheck } from '../check.ts';
import { endingOf, entryAbove, nameOf } from '../domains.ts';
import { isStrangersSite } from '../hosts.ts';

/**
 * A brand's name with a slip in it, as a word of a host: `mercarri.shop.example`, `amazom-login.example`. A domain that as
 * a whole is a slip away from a brand's is for `lookalike-link-domain`. Lets pass what is itself a well-known site's name,
 * and slips against short or ordinary names.
 */
export const brandTypoInHost = defineCheck({
  id: 'brand-typo-in-host',
  on: 'link',
  group: 'link',
  points: 3,
  explain: 'The link’s address {host} has “{word}” in it, which is {brand} misspelt.',
  run(link, context) {
    if (!isStrangersSite(link, context) || link.parts.isIp) return;
    const { host, domain } = link.parts;
    const base = entryAbove(host, context.lists.siteHosts) ?? endingOf(domain);
    const labels = host
      .slice(0, Math.max(0, host.length - base.length - 1))
      .split('.')
      .slice(-6);
    for (const label of labels) {
      const words = label.slice(0, 63).split('-');
      // The whole name of a domain is looked at elsewhere, with more care.
      if (words.length === 1 && label === nameOf(domain)) continue;
      for (const word of words.slice(0, 6)) {
        const brand = misspeltBrand(word.replace(/\d{1,3}$/, ''), context.lists);
        if (brand) return { host: link.parts.unicodeHost, word, brand };
      }
    }
    return;
  },
});

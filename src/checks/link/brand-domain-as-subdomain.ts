import { ownsHost } from '../brands.ts';
import { defineCheck } from '../check.ts';
import { entryAbove, isOwn, isUnder } from '../domains.ts';

/**
 * A whole genuine domain in front of a foreign one, since many read only the beginning: `paypal.com.login.example`,
 * `paypal-com.example`. Lets pass the web's own gateways of that shape: translation proxies and archives.
 */
export const brandDomainAsSubdomain = defineCheck({
  id: 'brand-domain-as-subdomain',
  on: 'link',
  group: 'link',
  points: 4,
  explain: 'The link begins like {real}, but it really leads to {domain}.',
  run({ parts }, { lists, organisation }) {
    const { host, domain } = parts;
    if (parts.isIp || domain === '' || host === domain || isOwn(host, organisation)) return;
    if (lists.popular.has(domain) && entryAbove(host, lists.siteHosts) === undefined) return;
    const front = `.${host.slice(0, host.length - domain.length - 1)}.`;
    const own = organisation.domains.find((real) => front.includes(`.${real}.`));
    if (own) return { real: own, domain };
    if (!front.slice(1, -1).includes('.')) return;
    for (const brand of lists.brands) {
      // A brand's own ending (`.dhl`) is one label, which any word might be.
      const real = brand.domains.find(
        (known) => known.includes('.') && known.length >= 7 && front.includes(`.${known}.`),
      );
      if (real && !isUnder(host, real) && !ownsHost(brand, host, lists)) return { real, domain };
    }
    return;
  },
});

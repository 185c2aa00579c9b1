import type { Brand } from '../../model.ts';
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
    for (const { real, brand } of domainsIn(front.slice(1, -1), lists.brands)) {
      if (!isUnder(host, real) && !ownsHost(brand, host, lists)) return { real, domain };
    }
    return;
  },
});

/** Real domains of brands among the labels of what stands in front, the longest of those that begin first. */
function* domainsIn(front: string, brands: Brand[]): Generator<{ real: string; brand: Brand }> {
  const known = byDomain(brands);
  const labels = front.split('.').slice(0, MOST_LABELS);
  for (let start = 0; start < labels.length - 1; start += 1) {
    for (let end = labels.length; end > start + 1; end -= 1) {
      const real = labels.slice(start, end).join('.');
      for (const brand of known.get(real) ?? []) yield { real, brand };
    }
  }
}

const MOST_LABELS = 20;
const tables = new WeakMap<Brand[], Map<string, Brand[]>>();

/** Whose each domain is. A brand's own ending (`.dhl`) is one label, which any word might be. */
function byDomain(brands: Brand[]): Map<string, Brand[]> {
  const known = tables.get(brands);
  if (known) return known;
  const table = new Map<string, Brand[]>();
  for (const brand of brands) {
    for (const domain of brand.domains) {
      if (domain.includes('.') && domain.length >= 7) table.set(domain, [...(table.get(domain) ?? []), brand]);
    }
  }
  tables.set(brands, table);
  return table;
}

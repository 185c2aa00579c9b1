import { brandInForeignHost } from '../brands.ts';
import { defineCheck } from '../check.ts';
import { isOwn } from '../domains.ts';
import { imitatedBrand } from '../imitation.ts';

/**
 * A brand's name in a link's host, where the domain is not the brand's. Pictures are let pass: their hosts are not read
 * by anyone. A domain that imitates a brand's as a whole is for `lookalike-link-domain` to say: one oddness, one finding.
 * What else passes: see `brandInForeignHost`.
 */
export const brandWordOutsideBrandDomain = defineCheck({
  id: 'brand-word-outside-brand-domain',
  on: 'link',
  group: 'link',
  points: 3,
  explain: 'The link goes to {host}, which uses the name {brand} but does not belong to {brand}.',
  run({ source, parts }, { lists, organisation }) {
    if (source === 'image' || parts.host === '' || parts.isIp || isOwn(parts.host, organisation)) return;
    if (imitatedBrand(parts.domain, lists, organisation)) return;
    const found = brandInForeignHost(parts.host, lists);
    return found ? { host: parts.unicodeHost, brand: found.name } : undefined;
  },
});

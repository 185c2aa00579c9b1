import { defineCheck } from '../check.ts';
import { isOwn } from '../domains.ts';
import { imitatedBrand } from '../imitation.ts';
import { likenessToOwn } from '../own.ts';

/** The link's domain is made to be read as the organisation's or a known brand's. See `imitatedBrand` for what passes. */
export const lookalikeLinkDomain = defineCheck({
  id: 'lookalike-link-domain',
  on: 'link',
  group: 'link',
  points: 4,
  explain: 'The link goes to {domain}, which imitates {real}.',
  run({ source, parts }, { lists, organisation }) {
    if (source === 'image' || parts.isIp || parts.domain === '' || isOwn(parts.host, organisation)) return;
    const real = likenessToOwn(parts.domain, organisation, lists) ?? imitatedBrand(parts.domain, lists, organisation);
    return real ? { domain: parts.domain, real } : undefined;
  },
});

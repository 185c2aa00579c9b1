import { registrable } from '../../parse/url.ts';
import { defineCheck } from '../check.ts';
import { imitatedBrand } from '../imitation.ts';

/** The sender's domain is one letter away from a known brand's, or drawn like it. See `imitatedBrand` for what passes. */
export const lookalikeOfBrandDomain = defineCheck({
  id: 'lookalike-of-brand-domain',
  on: 'message',
  group: 'sender',
  points: 4,
  explain: 'The sender’s domain {domain} imitates {real}.',
  run({ from }, { lists, organisation }) {
    if (!from?.domain) return;
    const domain = registrable(from.domain);
    const real = imitatedBrand(domain, lists, organisation);
    return real ? { domain, real } : undefined;
  },
});

import { registrable } from '../../parse/url.ts';
import { defineCheck } from '../check.ts';
import { nameOf } from '../domains.ts';
import { looksRandom } from '../randomness.ts';

/**
 * A sender's domain that no person would have chosen. Lets pass well-known domains and what mailing services make up as
 * sub-domains: only the name that somebody registered is looked at.
 */
export const randomLookingSender = defineCheck({
  id: 'random-looking-sender',
  on: 'message',
  group: 'sender',
  points: 1,
  explain: 'The sender’s domain {domain} looks as if a machine had made it up.',
  run({ from }, { lists }) {
    if (!from?.domain) return;
    const domain = registrable(from.domain);
    if (lists.popular.has(domain) || lists.mailServices.has(domain) || domain.startsWith('xn--')) return;
    return looksRandom(nameOf(domain)) ? { domain } : undefined;
  },
});

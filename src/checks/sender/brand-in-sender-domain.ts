import { registrable } from '../../parse/url.ts';
import { brandInForeignHost } from '../brands.ts';
import { defineCheck } from '../check.ts';
import { isOwn } from '../domains.ts';
import { imitatedBrand } from '../imitation.ts';

/**
 * A brand's name in the sender's domain, where the domain is not the brand's: `paypal-service.example`. A domain that
 * imitates a brand's as a whole is for `lookalike-of-brand-domain` to say: one oddness, one finding.
 */
export const brandInSenderDomain = defineCheck({
  id: 'brand-in-sender-domain',
  on: 'message',
  group: 'sender',
  points: 3,
  explain: 'The address {address} contains the name {brand}, but the domain does not belong to {brand}.',
  run({ from }, { lists, organisation }) {
    if (!from?.domain || isOwn(from.domain, organisation) || lists.freeMail.has(from.domain)) return;
    if (imitatedBrand(registrable(from.domain), lists, organisation)) return;
    const found = brandInForeignHost(from.domain, lists);
    return found ? { address: from.address, brand: found.name } : undefined;
  },
});

import { brandInForeignHost } from '../brands.ts';
import { defineCheck } from '../check.ts';
import { isOwn } from '../domains.ts';

/** A brand's name in the sender's domain, where the domain is not the brand's: `paypal-service.example`. */
export const brandInSenderDomain = defineCheck({
  id: 'brand-in-sender-domain',
  on: 'message',
  group: 'sender',
  points: 3,
  explain: 'The address {address} contains the name {brand}, but the domain does not belong to {brand}.',
  run({ from }, { lists, organisation }) {
    if (!from?.domain || isOwn(from.domain, organisation) || lists.freeMail.has(from.domain)) return;
    const found = brandInForeignHost(from.domain, lists);
    return found ? { address: from.address, brand: found.name } : undefined;
  },
});

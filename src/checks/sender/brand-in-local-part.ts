import { brandInLabel, isSelfHosted, ownsHost } from '../brands.ts';
import { defineCheck } from '../check.ts';
import { entryAbove, isOwn } from '../domains.ts';

/**
 * A brand's name before the @ of a foreign domain: `paypal-service@kl-shop.example`. A hurried eye reads the beginning.
 * Lets pass colleagues, the services that send for others (they keep the customer's address there), a house's own copy of a
 * program, and free mailboxes, where people name themselves as they like.
 */
export const brandInLocalPart = defineCheck({
  id: 'brand-in-local-part',
  on: 'message',
  group: 'sender',
  points: 2,
  explain: 'The address {address} begins with the name {brand}, but the domain does not belong to {brand}.',
  run({ from }, { lists, organisation }) {
    if (!from?.domain || isOwn(from.domain, organisation) || lists.freeMail.has(from.domain)) return;
    if (entryAbove(from.domain, lists.mailServices) !== undefined) return;
    const local = from.address.slice(0, Math.max(0, from.address.length - from.domain.length - 1));
    const found = brandInLabel(local.replace(/[._+=]/g, '-').slice(0, 63), lists);
    if (!found || ownsHost(found.brand, from.domain, lists) || isSelfHosted(found.brand, from)) return;
    return { address: from.address, brand: found.name };
  },
});

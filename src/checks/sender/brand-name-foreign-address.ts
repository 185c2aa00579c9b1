import { registrable } from '../../parse/url.ts';
import { brandInLabel, brandInName, isFederation, sendsFrom } from '../brands.ts';
import { defineCheck } from '../check.ts';
import { isOwn, nameOf } from '../domains.ts';

/**
 * The name says a known house, the address is not its own. Free mailboxes have a check of their own
 * (`authority-on-free-mail`). Lets pass colleagues, the brand's name under another plain ending, and the many houses
 * that share a name (a Sparkasse in its own town).
 */
export const brandNameForeignAddress = defineCheck({
  id: 'brand-name-foreign-address',
  on: 'message',
  group: 'sender',
  points: 3,
  explain: 'The sender calls itself {name}, but the address {address} does not belong to {brand}.',
  run({ from }, { lists, organisation }) {
    if (!from?.domain || isOwn(from.domain, organisation)) return;
    if (lists.freeMail.has(from.domain)) return;
    const found = brandInName(from.name, lists);
    if (!found || sendsFrom(found.brand, from.domain, lists)) return;
    if (isFederation(found.brand) && brandInLabel(nameOf(registrable(from.domain)), lists)?.brand === found.brand)
      return;
    return { name: from.name, address: from.address, brand: found.name };
  },
});

import { registrable } from '../../parse/url.ts';
import { brandInForeignHost, ownerOf } from '../brands.ts';
import { defineCheck } from '../check.ts';

/**
 * An address that names a brand stands in the sender's name, and a service sent it ("help@care-wallet.example via Survey"):
 * whoever fills in the form of the service writes what he likes there. `display-name-other-address` lets "via" pass, for
 * the sake of lists; here the address is a brand's or is made to look so.
 */
export const brandAddressByProxy = defineCheck({
  id: 'brand-address-by-proxy',
  on: 'message',
  group: 'sender',
  points: 3,
  explain: 'The sender’s name shows an address of {brand}, but it was sent from {address}.',
  run({ from }, { lists }) {
    if (!from?.domain) return;
    const host = /[\w.+-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63}){1,6})/.exec(from.name.slice(0, 300))?.[1]?.toLowerCase();
    if (host === undefined || registrable(host) === registrable(from.domain) || lists.freeMail.has(host)) return;
    if (!/\bvia\b/i.test(from.name)) return;
    const brand = brandInForeignHost(host, lists)?.name ?? ownerOf(host, lists)?.names[0];
    return brand === undefined ? undefined : { brand, address: from.address };
  },
});

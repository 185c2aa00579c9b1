import { defineCheck } from '../check.ts';
import { hostsAnyone, isStrangersSite } from '../hosts.ts';
import { carries, tailOf } from './recipient-address-in-link.ts';

/**
 * A QR code made for one reader: its link to a stranger carries the reader's own address, plain or in Base64. No poster
 * and no ticket does that. Lets pass codes for everybody, and the sender's own and well-known sites.
 */
export const qrLinkWithReaderAddress = defineCheck({
  id: 'qr-link-with-reader-address',
  on: 'link',
  group: 'link',
  points: 5,
  explain: 'The QR code leads to {host} and carries the address {address} with it: it was made for one reader.',
  run(link, context) {
    const message = context.messageOf(link);
    if (link.source !== 'qr' || !message) return;
    if (!isStrangersSite(link, context) && !hostsAnyone(link.parts.host, context)) return;
    const tail = tailOf(link.parts);
    const found = [...message.to, ...message.cc].slice(0, 20).find(({ address }) => carries(tail, address));
    return found && { host: link.parts.unicodeHost, address: found.address };
  },
});

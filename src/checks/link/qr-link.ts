import { defineCheck } from '../check.ts';
import { hostsAnyone, isStrangersSite } from '../hosts.ts';

/**
 * A link in a QR code leaves the watched computer for a private phone. Lets pass the organisation's and the sender's own
 * site, and well-known sites on which not everybody can put a page. What is no web link (a payment, a contact card, a
 * wireless network) is none here either.
 */
export const qrLink = defineCheck({
  id: 'qr-link',
  on: 'link',
  group: 'link',
  points: 2,
  explain: 'A QR code leads to {host}: that takes you to your phone, where nothing protects you.',
  run(link, context) {
    if (link.source !== 'qr') return;
    const foreign = isStrangersSite(link, context) || hostsAnyone(link.parts.host, context);
    return foreign ? { host: link.parts.unicodeHost } : undefined;
  },
});

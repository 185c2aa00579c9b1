import { registrable } from '../../parse/url.ts';
import { defineCheck } from '../check.ts';
import { isOwn, senderDomain } from '../domains.ts';

/**
 * A link in a QR code leaves the watched computer for a private phone. Lets pass the organisation's and the sender's own
 * site, and well-known sites.
 */
export const qrLink = defineCheck({
  id: 'qr-link',
  on: 'link',
  group: 'link',
  points: 2,
  explain: 'A QR code leads to {host}: that takes you to your phone, where nothing protects you.',
  run(link, { lists, organisation, messageOf }) {
    const { parts } = link;
    if (link.source !== 'qr' || parts.host === '' || isOwn(parts.host, organisation)) return;
    if (lists.popular.has(parts.domain) || parts.domain === registrable(senderDomain(messageOf(link)))) return;
    return { host: parts.unicodeHost };
  },
});

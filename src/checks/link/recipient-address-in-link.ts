import type { Message, UrlParts } from '../../model.ts';
import { registrable } from '../../parse/url.ts';
import { defineCheck } from '../check.ts';
import { entryAbove, isOwn, nameOf, senderDomain } from '../domains.ts';
import { leadsToManySites } from '../hosts.ts';
import { isLeaving } from '../leaving.ts';

/**
 * The reader's own address inside the link, plain or in Base64: the page will greet by name and have the address filled
 * in. Lets pass unsubscribing, the organisation's own sites, mailing services, well-known sites, the sender's own site
 * (also under another ending) over which newsletters keep count, and one such link in a mail that leads to many sites:
 * an advertiser's in a newsletter. In a quoted mail any address but the sender's counts.
 */
export const recipientAddressInLink = defineCheck({
  id: 'recipient-address-in-link',
  on: 'link',
  group: 'link',
  points: 3,
  explain: 'The link to {host} carries the address {address} with it, so the page knows who comes.',
  run(link, context) {
    const { lists, organisation, messageOf } = context;
    const message = messageOf(link);
    const { parts } = link;
    if (!message || link.source === 'image' || parts.host === '' || isOwn(parts.host, organisation)) return;
    if (lists.popular.has(parts.domain) && entryAbove(parts.host, lists.siteHosts) === undefined) return;
    if (entryAbove(parts.host, lists.mailServices) !== undefined) return;
    if (parts.domain !== '' && nameOf(parts.domain) === nameOf(registrable(senderDomain(message)))) return;
    if (leadsToManySites(message, context)) return;
    const tail = tailOf(parts);
    if (tail.length < 6 || isLeaving(`${tail} ${link.shown ?? ''}`)) return;
    const readers = [...message.to, ...message.cc].slice(0, 20);
    if (message.forwardedBy) readers.push(message.forwardedBy);
    const found = readers.find(({ address, domain }) => {
      // An archive of the very list that it was sent to.
      return registrable(domain) !== parts.domain && carries(tail, address);
    });
    const address =
      found?.address ?? (message.form === 'raw' ? undefined : someonesAddress(tail, message, parts.domain));
    return address ? { host: parts.unicodeHost, address } : undefined;
  },
});

/**
 * Any address but the sender's: who a quoted mail went to is often lost, since clients print names only, and a shared
 * mailbox or an alias is not who hands it on.
 */
function someonesAddress(tail: string, message: Message, site: string): string | undefined {
  const [, address, domain = ''] = ADDRESS.exec(tail) ?? [];
  if (!address || registrable(domain) === site) return undefined;
  const house = registrable(senderDomain(message));
  return house !== '' && registrable(domain) === house ? undefined : address;
}

const ADDRESS = /(?:^|[?&=#/])([\w.+-]{2,64}@((?:[a-z0-9-]{1,63}\.){0,4}[a-z][a-z0-9-]{1,62}))(?=$|[&#/;,])/i;

/** What of an address the site's server or script is told: path, query and fragment, decoded. */
export function tailOf({ path, query, fragment }: UrlParts): string {
  const tail = `${path}?${query}#${fragment}`.slice(0, 4_000);
  try {
    return decodeURIComponent(tail);
  } catch {
    return tail; // a stray % is no reason to look away
  }
}

/** Whether a text holds a mail address, plain or in Base64; `codedOnly` where it may well be printed. */
export function carries(tail: string, address: string, codedOnly = false): boolean {
  if (address.length < 6) return false;
  if (!codedOnly && tail.toLowerCase().includes(address)) return true;
  // Three alignments: what stands before the address shifts the letters of its Base64.
  return ['', ' ', '  '].some((pad) => {
    const coded = btoa(`${pad}${ascii(address)}`).replaceAll('=', '');
    const core = coded.slice(pad.length === 0 ? 0 : pad.length + 1, -1);
    return core.length >= 8 && tail.includes(core);
  });
}

function ascii(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?');
}

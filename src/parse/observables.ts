import type { Attachment, Link, Message, Observable } from '../model.ts';
import { registrable } from './url.ts';

const MOST_ADDRESSES = 50;

/**
 * What was seen, in the form in which lists are asked:
 * - `url`: as a browser would send it, without fragment and userinfo; web links only.
 * - `domain`: the host, and the registrable domain with private suffixes (`x.github.io`, never `github.io`: a decision
 *   about one page must not condemn everybody who shares its host).
 * - `ip`: a host that is an address, IPv6 without brackets.
 * - `address`: lower case, of those whom a suspect message names as sender, and those in its text.
 * - `sha256`: of each attachment, lower-case hex.
 *
 * Never an address or a domain of the colleague who forwarded it or of the recipients, who are our own people: an
 * analyst who confirms everything would put the hospital itself on the list. Pictures that are merely loaded do not
 * count either: lures borrow the logos of the firms that they imitate.
 */
export function observablesOf(
  found: { messages: Message[]; links: Link[]; attachments: Attachment[] },
  inText: Iterable<string> = [],
): Observable[] {
  const seen = new Map<string, Observable>();
  const add = (kind: Observable['kind'], value: string): void => {
    if (value) seen.set(`${kind} ${value}`, { kind, value });
  };
  for (const { source, url, parts } of found.links) {
    if (source === 'image') continue;
    if (parts.scheme === 'http' || parts.scheme === 'https') add('url', plainUrl(url));
    if (parts.isIp) add('ip', parts.host.replace(/^\[|\]$/g, ''));
    else if (parts.host.includes('.')) {
      add('domain', parts.host);
      add('domain', parts.site);
    }
  }
  const own = new Set<string>();
  const ownDomains = new Set<string>();
  for (const { forwardedBy, to, cc } of found.messages) {
    for (const mailbox of [...to, ...cc, ...(forwardedBy ? [forwardedBy] : [])]) {
      own.add(mailbox.address);
      if (mailbox.domain) ownDomains.add(registrable(mailbox.domain));
    }
  }
  for (const { from, senders, replyTo, returnPath } of found.messages) {
    for (const mailbox of [...(from ? [from] : []), ...senders, ...replyTo, ...(returnPath ? [returnPath] : [])]) {
      if (!own.has(mailbox.address)) add('address', mailbox.address);
    }
  }
  let taken = 0;
  for (const address of inText) {
    if (taken >= MOST_ADDRESSES) break;
    if (own.has(address) || ownDomains.has(registrable(address.split('@').at(-1) ?? ''))) continue;
    taken += 1;
    add('address', address);
  }
  for (const { sha256 } of found.attachments) add('sha256', sha256.toLowerCase());
  return [...seen.values()];
}

function plainUrl(text: string): string {
  const url = URL.parse(text);
  if (!url) return '';
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href;
}

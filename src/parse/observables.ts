import type { Attachment, Link, Mailbox, Message, Observable } from '../model.ts';
import { registrable, urlParts } from './url.ts';

const MOST_ADDRESSES = 50;

/**
 * What was seen, in the form in which lists are asked:
 * - `url`: as a browser would send it, without fragment and userinfo; web links only.
 * - `domain`: the host of a link or of a sender's address, and the registrable domain with private suffixes
 *   (`x.github.io`, never `github.io`: a decision about one page must not condemn everybody who shares its host).
 * - `ip`: a host that is an address, IPv6 without brackets.
 * - `address`: lower case, of those whom a suspect message names as sender, and those in its text.
 * - `sha256`: of each attachment, lower-case hex.
 *
 * Never the colleague who forwarded it, nor the front page in the colleague's signature: an analyst who confirms
 * everything would put the hospital itself on the list. A sender counts even where he also names himself among the
 * recipients, or that would keep him off every list. Recipients as such are no observables. Pictures that are merely
 * loaded do not count either: lures borrow the logos of the firms that they imitate.
 */
export function observablesOf(
  found: { messages: Message[]; links: Link[]; attachments: Attachment[] },
  inText: Iterable<string> = [],
): Observable[] {
  const seen = new Map<string, Observable>();
  const add = (kind: Observable['kind'], value: string): void => {
    if (value) seen.set(`${kind} ${value}`, { kind, value });
  };
  const colleagues = found.messages.flatMap(({ forwardedBy }) => forwardedBy ?? []);
  for (const { source, url, parts } of found.links) {
    if (source === 'image' || colleagues.some((colleague) => isFrontPage(url, colleague))) continue;
    if (parts.scheme === 'http' || parts.scheme === 'https') add('url', plainUrl(url));
    if (parts.isIp) add('ip', parts.host.replace(/^\[|\]$/g, ''));
    else if (parts.host.includes('.')) {
      add('domain', parts.host);
      add('domain', parts.site);
    }
  }
  const own = new Set(colleagues.map(({ address }) => address));
  const suspects = found.messages.flatMap(({ from, senders, replyTo, returnPath }) => [
    ...(from ? [from] : []),
    ...senders,
    ...replyTo,
    ...(returnPath ? [returnPath] : []),
  ]);
  const house = new Set(colleagues.map(({ domain }) => registrable(domain)));
  for (const { address, domain } of suspects) {
    if (own.has(address)) continue;
    add('address', address);
    const parts = domain.includes('.') && !house.has(registrable(domain)) ? urlParts(`http://${domain}/`) : undefined;
    if (!parts || parts.isIp) continue;
    add('domain', parts.host);
    add('domain', parts.site);
  }
  for (const { address } of found.messages.flatMap(({ to, cc }) => [...to, ...cc])) own.add(address);
  for (const address of [...inText].filter((text) => !own.has(text)).slice(0, MOST_ADDRESSES)) add('address', address);
  for (const { sha256, olderDigests = [] } of found.attachments) {
    const value = sha256.toLowerCase();
    if (value === '') continue;
    seen.set(`sha256 ${value}`, {
      kind: 'sha256',
      value,
      ...(olderDigests.length > 0 && { alsoKnownAs: olderDigests }),
    });
  }
  return [...seen.values()];
}

/** True for the front page of a sender's own site, as it stands in a signature. */
export function isFrontPage(url: string, from: Mailbox | undefined): boolean {
  const parts = urlParts(url);
  if (!parts || !from?.domain || !/^https?$/.test(parts.scheme)) return false;
  return parts.domain !== '' && parts.domain === registrable(from.domain) && parts.path === '/' && parts.query === '';
}

function plainUrl(text: string): string {
  const url = URL.parse(text);
  if (!url) return '';
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href;
}

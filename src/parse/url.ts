import { domainToUnicode } from 'node:url';
import { parse } from 'tldts';
import type { UrlParts } from '../model.ts';

/** Longer than any honest link; beyond it a URL is cut before it is parsed. */
export const MAX_URL = 8_192;

/**
 * The pieces of a URL as a browser would resolve it (backslashes, full-width letters, decimal and hex hosts folded by
 * the WHATWG parser). Undefined for what no browser would open. Needs an absolute URL; refang before.
 */
export function urlParts(text: string): UrlParts | undefined {
  const url = URL.parse(text.slice(0, MAX_URL));
  if (!url) return undefined;
  const host = url.hostname.toLowerCase().replace(/\.$/, '');
  const icann = parse(host, { allowPrivateDomains: false });
  const withPrivate = parse(host, { allowPrivateDomains: true });
  return {
    scheme: url.protocol.slice(0, -1).toLowerCase(),
    host,
    unicodeHost: domainToUnicode(host) || host,
    port: url.port,
    path: url.pathname,
    query: url.search.slice(1),
    fragment: url.hash.slice(1),
    userinfo: url.password ? `${url.username}:${url.password}` : url.username,
    domain: icann.domain ?? '',
    site: withPrivate.domain ?? icann.domain ?? '',
    suffix: withPrivate.publicSuffix ?? '',
    isIp: icann.isIp ?? false,
  };
}

/** Registrable domain of a host or of an address's domain, by the ICANN suffixes; the host itself where there is none. */
export function registrable(host: string): string {
  return parse(host, { allowPrivateDomains: false }).domain ?? host;
}

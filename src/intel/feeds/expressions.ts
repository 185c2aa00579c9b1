import ipaddr from 'ipaddr.js';
import { parse } from 'tldts';
import type { Observable } from '../../model.ts';
import { addressOf, canonicalUrl } from './canonical.ts';
import { prefixKey, WIDEST } from './keys.ts';

/** One question to the lists about an observable: the key, and the listed value that it stands for. */
export interface Expression {
  key: string;
  matched: string;
  kind: Observable['kind'];
}

/** As in Safe Browsing: the four widest folders, and as many hosts above. */
const MOST_FOLDERS = 4;
const MOST_HOSTS = 5;

/**
 * Everything that a list could name an observable by.
 *
 * Hosts go up to the registrable domain by the public suffix list with its private part and no further: whoever lists
 * `evil.github.io` lists no other page of github.io, and a listed `github.io` is nobody's page but its own. `beyond` says
 * of more hosts that others have their sites under them.
 */
export function expressionsOf(observable: Observable, beyond: (host: string) => boolean = () => false): Expression[] {
  const { kind, value } = observable;
  switch (kind) {
    case 'url':
      return urlExpressions(value, beyond);
    case 'domain':
      return hostsOf(value, beyond).map((host) => ({ key: `d:${host}`, matched: host, kind: 'domain' }));
    case 'ip':
      return rangeExpressions(value);
    case 'address':
      return [{ key: `a:${value.toLowerCase()}`, matched: value.toLowerCase(), kind: 'address' }];
    case 'sha256':
      return [value, ...(observable.alsoKnownAs ?? [])].map((digest) => ({
        key: `h:${digest.toLowerCase()}`,
        matched: digest.toLowerCase(),
        kind: 'sha256',
      }));
  }
}

function urlExpressions(value: string, beyond: (host: string) => boolean): Expression[] {
  const url = canonicalUrl(value);
  if (!url) return [];
  const hosts = url.isIp ? [url.host] : hostsOf(url.host, beyond);
  const paths = pathsOf(url.path, url.query);
  const found = hosts.flatMap((host) =>
    paths.map((path): Expression => ({ key: `u:${host}${path}`, matched: `${host}${path}`, kind: 'url' })),
  );
  // A list of domains and one of links then agree about one link.
  if (url.isIp) found.push(...rangeExpressions(url.host));
  else found.push(...hosts.map((host): Expression => ({ key: `d:${host}`, matched: host, kind: 'domain' })));
  return found;
}

/** The host and those above it, down to whoever registered the name. */
function hostsOf(host: string, beyond: (host: string) => boolean): string[] {
  const site = parse(host, { allowPrivateDomains: true }).domain;
  const hosts = [host];
  const labels = host.split('.');
  // The nearest ones count: an attacker can put as many labels in front as he likes.
  for (let at = Math.max(1, labels.length - MOST_HOSTS); at < labels.length - 1; at += 1) {
    const above = labels.slice(at).join('.');
    if (site && above.length < site.length) break;
    if (!beyond(above)) hosts.push(above);
  }
  return hosts;
}

/** The page itself, with and without its query, then the folders from the widest on. */
function pathsOf(path: string, query: string): string[] {
  const paths = new Set(query === '' ? [path] : [path + query, path]);
  let slash = 0;
  for (let folders = 0; folders < MOST_FOLDERS && slash !== -1; folders += 1) {
    paths.add(path.slice(0, slash + 1));
    slash = path.indexOf('/', slash + 1);
  }
  return [...paths];
}

function rangeExpressions(value: string): Expression[] {
  const address = addressOf(value);
  if (address === undefined) return [];
  const parsed = ipaddr.parse(address);
  const bytes = parsed.toByteArray();
  const [whole, widest] = parsed.kind() === 'ipv4' ? [32, WIDEST.v4] : [128, WIDEST.v6];
  const found: Expression[] = [];
  for (let bits: number = whole; bits >= widest; bits -= 1) {
    found.push({ key: prefixKey(bytes, bits), matched: bits === whole ? address : `${address}/${bits}`, kind: 'ip' });
  }
  return found;
}

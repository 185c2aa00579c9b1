import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import ipaddr from 'ipaddr.js';
import { isInsideName } from '../askable.ts';

/** Beside what the registries call special: addresses of machines that tell secrets to whoever asks from within a cloud. */
const METADATA = new Set(['168.63.129.16']);
/** All that is routed on the Internet by IPv6; the rest is for special uses, known today or not. */
const GLOBAL_V6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Why nothing may be asked of this address, in our words; undefined for a public one. What is not plainly public is
 * refused: private, loopback, link-local (where clouds keep their metadata), shared, reserved and documentation ranges,
 * IPv6 that wraps an IPv4 address of any kind (mapped, 6to4, Teredo, NAT64), and this machine's own addresses.
 */
export function whyBarredAddress(address: string): string | undefined {
  // The strict form only: `0x7f.1` is an address to some resolvers and a name to others.
  if (isIP(address) === 0 || address.includes('%')) return 'its name leads to no proper address';
  if (METADATA.has(address) || ownAddresses().has(address)) return 'it leads to a machine of our own';
  const parsed = ipaddr.parse(address);
  const isPublic = parsed.range() === 'unicast' && (parsed.kind() === 'ipv4' || isGlobal(parsed as ipaddr.IPv6));
  return isPublic ? undefined : 'it leads into a private or reserved network';
}

function isGlobal(address: ipaddr.IPv6): boolean {
  return address.match(GLOBAL_V6);
}

function ownAddresses(): Set<string> {
  return new Set(Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address)));
}

/**
 * Why this URL may not be asked, as far as it tells by itself. The URL parser has folded decimal, hex and octal hosts and
 * full-width letters by now. Ports other than the web's own are refused: following them would let a sender make us knock at
 * any door of the Internet.
 */
export function whyBarredUrl(url: URL): string | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'it is no web address';
  if (url.username !== '' || url.password !== '') return 'it carries a user name';
  if (!['', '80', '443'].includes(url.port)) return 'it names an unusual port';
  const host = hostOf(url);
  if (isIP(host) !== 0) return whyBarredAddress(host);
  if (!host.includes('.') || isInsideName(host)) return 'its name is one of a private network';
  return undefined;
}

/** As a resolver takes it: no brackets, no dot at the end. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

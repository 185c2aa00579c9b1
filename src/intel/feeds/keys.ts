import { hash } from 'node:crypto';
import { domainToASCII } from 'node:url';
import ipaddr from 'ipaddr.js';
import type { FeedKey } from '../../store/feed-store.ts';
import { addressOf, canonicalUrl } from './canonical.ts';

/** What a list can name. A range of addresses is `ip` too: `192.0.2.0/24`. */
export type ListedKind = 'url' | 'domain' | 'ip' | 'address' | 'hash';

/**
 * Key of a listed value; undefined for what cannot be one, or would name half of the internet. Keys are texts such as
 * `u:evil.example/login`; observables are asked about under the same ones (`expressions.ts`).
 */
export function listedKey(kind: ListedKind, value: string): string | undefined {
  switch (kind) {
    case 'url': {
      const url = canonicalUrl(value);
      return url && `u:${url.host}${url.path}${url.query}`;
    }
    case 'domain':
      return domainKey(value);
    case 'ip':
      return rangeKey(value);
    case 'address': {
      const [, local, domain = ''] = /^([^\s@<>]{1,64})@([^\s@<>]{3,253})$/.exec(value) ?? [];
      const host = domain && asciiDomain(domain);
      return host ? `a:${local?.toLowerCase()}@${host}` : undefined;
    }
    case 'hash':
      return /^(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{64})$/i.test(value) ? `h:${value.toLowerCase()}` : undefined;
  }
}

function domainKey(value: string): string | undefined {
  const domain = asciiDomain(value.replace(/^(?:\*\.|\.)/, ''));
  // A bare ending (`com`) would convict everybody under it.
  return domain?.includes('.') ? `d:${domain}` : undefined;
}

const PLAIN_DOMAIN = /^(?:[a-z\d_](?:[a-z\d_-]{0,62})\.){1,20}[a-z][a-z\d-]{1,62}$/;

function asciiDomain(value: string): string | undefined {
  const lower = value.toLowerCase().replace(/\.$/, '');
  if (PLAIN_DOMAIN.test(lower)) return lower;
  const ascii = domainToASCII(lower);
  return PLAIN_DOMAIN.test(ascii) ? ascii : undefined;
}

/** Ranges wider than these are a slip of whoever keeps the list. */
export const WIDEST = { v4: 8, v6: 19 } as const;

function rangeKey(value: string): string | undefined {
  const [text = '', bits, more] = value.split('/');
  const address = addressOf(text);
  if (address === undefined || more !== undefined || (bits !== undefined && !/^\d{1,3}$/.test(bits))) return undefined;
  const parsed = ipaddr.parse(address);
  const whole = parsed.kind() === 'ipv4' ? 32 : 128;
  const length = bits === undefined ? whole : Number(bits) - (text.includes(':') && whole === 32 ? 96 : 0);
  if (length > whole || length < (whole === 32 ? WIDEST.v4 : WIDEST.v6)) return undefined;
  // Lists of what should never be routed name the networks behind everybody's router.
  if (parsed.range() !== 'unicast' && !isDocumentation(parsed)) return undefined;
  return prefixKey(parsed.toByteArray(), length);
}

/** Addresses for documents: nobody has them, so naming them harms nobody, and tests need some. */
function isDocumentation(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.|^2001:db8:/.test(address.toString());
}

/** The key of the network of that many bits in which an address lies. */
export function prefixKey(bytes: number[], bits: number): string {
  const kept = bytes.map((byte, index) => {
    const left = Math.min(8, Math.max(0, bits - index * 8));
    return byte & (0xff << (8 - left));
  });
  return `i:${Buffer.from(kept).toString('hex')}/${bits}`;
}

/** A key as the store holds it. SHA-256, so that nobody can build an address that collides with a listed one. */
export function keyNumbers(key: string): FeedKey {
  const bytes = hash('sha256', key, 'buffer');
  return { hash: bytes.readUIntBE(0, 6) * 32 + ((bytes[6] ?? 0) & 31), more: bytes.readUInt32BE(7) };
}

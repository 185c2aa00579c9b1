import ipaddr from 'ipaddr.js';
import type { Brand } from '../model.ts';
import type { CheckContext } from './check.ts';
import { entryAbove, isOwn } from './domains.ts';

const brandDomains = new WeakMap<Brand[], Set<string>>();

/** True for a domain of the organisation, of a known brand, or of the most visited. */
export function isWellKnown(domain: string, { organisation, lists }: CheckContext): boolean {
  let ofBrands = brandDomains.get(lists.brands);
  if (!ofBrands) {
    ofBrands = new Set(lists.brands.flatMap(({ domains }) => domains));
    brandDomains.set(lists.brands, ofBrands);
  }
  return isOwn(domain, organisation) || ofBrands.has(domain) || lists.popular.has(domain);
}

/** True for hosts on which anyone can put a page, a form, a file or a forwarding link. */
export function hostsAnyone(host: string, { lists }: CheckContext): boolean {
  return [lists.siteHosts, lists.fileHosts, lists.formBuilders, lists.shorteners].some(
    (list) => entryAbove(host, list) !== undefined,
  );
}

/** True for a bare number that anyone can reach: not one of one's own network, which people mail each other. */
export function isPublicAddress(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  if (!ipaddr.isValid(bare)) return false;
  const range = ipaddr.process(bare).range();
  return range !== 'private' && range !== 'loopback' && range !== 'linkLocal' && range !== 'uniqueLocal';
}

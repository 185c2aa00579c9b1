import ipaddr from 'ipaddr.js';
import type { Brand, Link, Lists, Message } from '../model.ts';
import { registrable } from '../parse/url.ts';
import type { CheckContext } from './check.ts';
import { entryAbove, isBareWord, isOwn, senderDomain } from './domains.ts';

const brandDomains = new WeakMap<Brand[], Set<string>>();

/** True for a domain of the organisation, of a known brand, or of the most visited. */
export function isWellKnown(domain: string, { organisation, lists }: CheckContext): boolean {
  return isOwn(domain, organisation) || domainsOfBrands(lists).has(domain) || lists.popular.has(domain);
}

function domainsOfBrands({ brands }: Lists): Set<string> {
  let domains = brandDomains.get(brands);
  if (!domains) {
    domains = new Set(brands.flatMap((brand) => brand.domains));
    brandDomains.set(brands, domains);
  }
  return domains;
}

/** Whether a host is, or lies under, a domain of a known brand. */
export function isUnderBrand(host: string, lists: Lists): boolean {
  return entryAbove(host, domainsOfBrands(lists)) !== undefined;
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

/**
 * A link that a reader would follow to a site of which nothing is known: not a picture, not the organisation's or the
 * sender's own, not a well-known house's or a mailing service's. Sites under a shared host are strangers too.
 */
export function isStrangersSite(link: Link, context: CheckContext): boolean {
  const { host, domain, scheme } = link.parts;
  const { lists, organisation, messageOf } = context;
  if (link.source === 'image' || host === '' || !scheme.startsWith('http') || isOwn(host, organisation)) return false;
  const message = messageOf(link);
  if (isBareWord(link, message)) return false;
  if (entryAbove(host, lists.siteHosts) !== undefined) return true;
  if (lists.popular.has(domain) || entryAbove(host, lists.mailServices) !== undefined) return false;
  if (domain !== '' && domain === registrable(senderDomain(message))) return false;
  return !isUnderBrand(host, lists);
}

/** What stands before the domain (or before the shared host), without `www`: `a.b` of `www.a.b.example.test`. */
export function frontOf(link: Link, { lists }: CheckContext): string {
  const { host, domain } = link.parts;
  const base = entryAbove(host, lists.siteHosts) ?? domain;
  if (base === '') return '';
  return host.slice(0, Math.max(0, host.length - base.length - 1)).replace(/^www\d?(?:\.|$)/, '');
}

/** So many sites no lure leads to: a reader must not have a choice. */
const MANY_SITES = 4;

/** A newsletter or a digest by its links: one odd link among those to many sites is an advertiser's or an author's. */
export function leadsToManySites(message: Message | undefined, { linksOf }: CheckContext): boolean {
  if (!message) return false;
  const sites = linksOf(message).filter(({ source, parts }) => source !== 'image' && parts.domain !== '');
  return new Set(sites.map(({ parts }) => parts.domain)).size > MANY_SITES;
}

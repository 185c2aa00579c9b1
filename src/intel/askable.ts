import ipaddr from 'ipaddr.js';
import { entryAbove, isOwn } from '../checks/domains.ts';
import type { Evidence, Knowledge, Observable, UrlParts } from '../model.ts';
import { urlParts } from '../parse/url.ts';
import { carriesPerson, type Persons, personsOf } from './persons.ts';
import { urlHashes } from './url-hashes.ts';

/** What of an observable may leave the organisation, each field only where it may. Nothing else reaches a provider. */
export interface Askable {
  /** A web address without query, fragment and userinfo whose path reads like a page's and not like a person's token. */
  url?: string;
  /** SHA-256 of the whole URL's expressions, hex. Of these a provider may send the first four bytes, never more. */
  urlHashes?: string[];
  /** A host whose front labels are plain; otherwise its site. */
  host?: string;
  /** The name that somebody registered, private suffixes included: `x.github.io`. */
  site?: string;
  ip?: string;
  sha256?: string;
}

/** Names that only one network knows, and those that never are a site. */
const INSIDE =
  /(?:^|\.)(?:localhost|local|internal|intranet|lan|corp|home|localdomain|home\.arpa|onion|invalid|arpa|alt)$/;

/**
 * The one place that decides what may be asked of others. Never message text, never an address or a name of a person,
 * never a link with something in it that could be a person's: what was stripped is gone, and where the rest would say
 * nothing, only the host is asked. Never the organisation's own names nor those of a private network.
 *
 * Well-known hosts are let out too: there is nothing to learn, and asking would tell who reads what.
 */
export function openGuard(knowledge: Knowledge, evidence?: Evidence): (observable: Observable) => Askable | undefined {
  const persons = personsOf(knowledge.organisation, evidence);
  return ({ kind, value }) => {
    switch (kind) {
      case 'url':
        return ofUrl(value, persons, knowledge);
      case 'domain':
        return ofHost(value, persons, knowledge);
      case 'ip':
        return isPublicIp(value) ? { ip: value } : undefined;
      case 'sha256':
        return /^[0-9a-f]{64}$/.test(value) ? { sha256: value } : undefined;
      case 'address':
        return undefined; // a person's, whoever that is
    }
  };
}

function ofUrl(value: string, persons: Persons, knowledge: Knowledge): Askable | undefined {
  const parts = urlParts(value);
  if (!parts || !/^https?$/.test(parts.scheme) || !isStrange(parts, knowledge, true)) return undefined;
  const hashes = urlHashes(value);
  const askable: Askable = hashes.length > 0 ? { urlHashes: hashes } : {};
  const host = parts.host.split('.').some((label) => carriesPerson(label, persons));
  // A short link's path is a token by its nature, and a front page without its query is another page.
  const shortened = entryAbove(parts.host, knowledge.lists.shorteners) !== undefined;
  const lost = parts.path === '/' && parts.query !== '';
  if (!host && !shortened && !lost && !carriesPerson(parts.path, persons)) {
    const port = parts.port ? `:${parts.port}` : '';
    askable.url = `${parts.scheme}://${parts.host}${port}${parts.path}`;
  }
  return Object.keys(askable).length > 0 ? askable : undefined;
}

function ofHost(value: string, persons: Persons, knowledge: Knowledge): Askable | undefined {
  const parts = urlParts(`http://${value}/`);
  if (!parts || parts.host !== value || parts.isIp || !isStrange(parts, knowledge, false)) return undefined;
  const site = isSharedHost(parts.site, knowledge) ? undefined : parts.site;
  const front = site === undefined ? parts.host : parts.host.slice(0, -site.length);
  const plain = !front.split('.').some((label) => carriesPerson(label, persons));
  const host = plain ? parts.host : site;
  return host || site ? { ...(host && { host }), ...(site && { site }) } : undefined;
}

/** Public, not our own, and not a house that everybody knows. Pages of strangers on a shared host are strangers'. */
export function isStrange(parts: UrlParts, { organisation, lists }: Knowledge, asPage: boolean): boolean {
  if (!isPublicHost(parts) || isOwn(parts.host, organisation)) return false;
  if (entryAbove(parts.host, lists.mailServices) !== undefined) return false;
  const shared = sharedAbove(parts.host, lists);
  if (shared !== undefined) return asPage || parts.host !== shared;
  const known = lists.popular.has(parts.domain) || lists.brands.some(({ domains }) => domains.includes(parts.domain));
  return !known || parts.site !== parts.domain;
}

function sharedAbove(host: string, lists: Knowledge['lists']): string | undefined {
  return [lists.siteHosts, lists.fileHosts, lists.formBuilders, lists.shorteners]
    .map((list) => entryAbove(host, list))
    .find((entry) => entry !== undefined);
}

function isSharedHost(host: string, { lists }: Knowledge): boolean {
  return sharedAbove(host, lists) === host || lists.popular.has(host);
}

function isPublicHost({ host, isIp, suffix }: UrlParts): boolean {
  if (isIp) return isPublicIp(host.replace(/^\[|\]$/g, ''));
  return host.includes('.') && suffix !== host && !isInsideName(host);
}

/** A name that only one network knows, or that is no site. */
export function isInsideName(host: string): boolean {
  return INSIDE.test(host);
}

/** Documentation addresses are nobody's, so they are nobody's secret either. */
function isPublicIp(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const range = ipaddr.process(address).range();
  return range === 'unicast' || (range === 'reserved' && /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\./.test(address));
}

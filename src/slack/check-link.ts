import ipaddr from 'ipaddr.js';
import type { Part, UrlParts } from '../model.ts';
import { findLinks } from '../parse/links.ts';
import { urlParts } from '../parse/url.ts';
import { readMarkup } from './post-text.ts';

/** What stands behind `/checklink`. `internal` addresses are said apart: there is nothing outside to compare them with. */
export type LinkQuestion =
  | { kind: 'empty' }
  | { kind: 'no-link' }
  | { kind: 'internal'; internal: string[] }
  | { kind: 'links'; parts: (Part & { kind: 'link' })[]; internal: string[] };

const MOST_LINKS = 50;
const MAX_TEXT = 10_000;
const MOST_WORDS = 2_000;

export function readLinkQuestion(text: string, ownDomains: readonly string[]): LinkQuestion {
  const asked = readMarkup(text.slice(0, MAX_TEXT));
  if (asked.text.trim() === '') return { kind: 'empty' };
  const links = new Map<string, Part & { kind: 'link' }>();
  for (const { url, shown } of asked.links) links.set(url, { kind: 'link', url, ...(shown && { shown }) });
  const words = asked.rest.split(/\s+/).slice(0, MOST_WORDS);
  const bare = words.filter((word) => isBareHost(word, ownDomains));
  // Taken out first: of `rota.company.internal` a search in prose would find `rota.company`, which is somebody else's.
  const rest = bare.length > 0 ? words.filter((word) => !bare.includes(word)).join(' ') : asked.rest;
  for (const url of [...findLinks(rest).urls.map((found) => found.url), ...bare.map((word) => `http://${word}`)]) {
    if (!links.has(url)) links.set(url, { kind: 'link', url });
  }
  const all = [...links.values()].slice(0, MOST_LINKS);
  if (all.length === 0) return { kind: 'no-link' };
  const internal = all.filter(({ url }) => isInternal(urlParts(url), ownDomains)).map(({ url }) => url);
  const parts = all.filter(({ url }) => !internal.includes(url));
  return parts.length === 0 ? { kind: 'internal', internal } : { kind: 'links', parts, internal };
}

/**
 * IP addresses, `localhost` and internal names without a scheme, which no search for links in prose would take for one:
 * their endings are nobody's.
 */
function isBareHost(word: string, ownDomains: readonly string[]): boolean {
  const [, host = ''] = /^([a-z0-9.-]{1,253}|\[[0-9a-f:]{2,40}\])(?::\d{1,5})?(?:[/?#]\S{0,2000})?$/i.exec(word) ?? [];
  if (/^(?:localhost|\d{1,3}(?:\.\d{1,3}){3}|\[.*\])$/i.test(host)) return true;
  return (
    host.includes('.') &&
    !/^\d/.test(host.split('.').at(-1) ?? '') &&
    isInternal(urlParts(`http://${host}`), ownDomains)
  );
}

const INSIDE = /(?:^|\.)(?:localhost|local|internal|intranet|lan|corp|home|localdomain|home\.arpa)$/;

/** Private, loopback and link-local addresses, names without a dot, and the organisation's own domains. */
function isInternal(parts: UrlParts | undefined, ownDomains: readonly string[]): boolean {
  if (!parts || parts.host === '') return false;
  const bare = parts.host.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(bare)) return ipaddr.process(bare).range() !== 'unicast' && !isReserved(bare);
  if (!parts.host.includes('.') || INSIDE.test(parts.host)) return true;
  return ownDomains.some((own) => parts.host === own || parts.host.endsWith(`.${own}`));
}

/** Documentation addresses are nobody's, neither ours: they are judged like any other. */
function isReserved(address: string): boolean {
  return ['reserved', 'rfc5737', 'multicast', 'broadcast'].includes(ipaddr.process(address).range());
}

import type { Indicator, Sighting } from '../model.ts';
import { urlParts } from '../parse/url.ts';
import type { CheckContext } from './check.ts';
import { entryAbove, isOwn } from './domains.ts';
import { isWellKnown } from './hosts.ts';

/**
 * The feeds' entries that count against a sighting. Feeds err: now and then one names a whole host of strangers' pages or
 * a site that everybody visits, for a single page of it. Such an entry convicts nobody, and neither does one that a
 * warning list speaks against; an entry for the very page does.
 */
export function countingListings({ observable, indicators }: Sighting, context: CheckContext): Indicator[] {
  const warned = indicators.some(({ warning }) => warning);
  return indicators.filter((indicator) => {
    if (indicator.feed === 'own' || indicator.warning) return false;
    const page = indicator.kind === 'url' ? pageOf(indicator.matched) : undefined;
    if (page && page.path !== '/') return isOwnPage(page, observable.value, context);
    if (warned) return false;
    const host = page?.host ?? (indicator.kind === 'domain' ? indicator.matched : undefined);
    return host === undefined || !belongsToMany(host, context);
  });
}

/** A listed link: `evil.example/login?x=1`, with or without its scheme. */
function pageOf(matched: string): { host: string; path: string } {
  const bare = matched.replace(/^https?:\/\//, '');
  const slash = bare.indexOf('/');
  return slash === -1 ? { host: bare, path: '/' } : { host: bare.slice(0, slash), path: bare.slice(slash) };
}

/**
 * An entry may be a folder, or a page without its query: on a host of many, `google.com/url` or `docs.google.com/forms/`
 * would stand for everybody's. There it must be the very page, or lie deep enough to be somebody's own.
 */
function isOwnPage(page: { host: string; path: string }, seen: string, context: CheckContext): boolean {
  if (!belongsToMany(page.host, context)) return true;
  const parts = urlParts(seen);
  const exact = parts && `${parts.path}${parts.query && `?${parts.query}`}` === page.path;
  return (
    exact === true || (page.path.match(/^[^?]*/)?.[0] ?? '').split('/').filter((piece) => piece !== '').length >= 2
  );
}

/** A host on which many put their pages, or which many visit. `evil.github.io` is its owner's and not one of these. */
function belongsToMany(host: string, context: CheckContext): boolean {
  const { lists, organisation } = context;
  if (isOwn(host, organisation)) return true;
  const bare = host.replace(/^www\./, '');
  const siteHost = entryAbove(bare, lists.siteHosts);
  if (siteHost !== undefined) return siteHost === bare;
  if ([lists.fileHosts, lists.formBuilders, lists.shorteners].some((list) => entryAbove(bare, list) !== undefined)) {
    return true;
  }
  const parts = urlParts(`http://${bare}/`);
  if (!parts || parts.site !== parts.domain) return false;
  return isWellKnown(parts.domain, context) || lists.freeMail.has(parts.domain);
}

/** A list that is believed by itself, or two that say the same. */
export function isBeyondDoubt(listings: Indicator[]): boolean {
  return listings.some(({ trusted }) => trusted) || new Set(listings.map(({ feed }) => feed)).size > 1;
}

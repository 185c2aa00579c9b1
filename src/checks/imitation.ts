import { domainToUnicode } from 'node:url';
import type { Lists, Organisation } from '../model.ts';
import { isOwned } from './brands.ts';
import { entryAbove, isOwn, nameOf } from './domains.ts';
import { type Likeness, likeness } from './lookalike.ts';
import { isCommonLabel, isOrdinary } from './ordinary-names.ts';
import { skeleton } from './skeleton.ts';

/** Brand domains by a key that a look-alike would share, so that a look-up costs a few comparisons, not thousands. */
type Neighbours = Map<string, string[]>;
const indexes = new WeakMap<Lists['brands'], Neighbours>();

/**
 * The brand domain that a registrable domain imitates: letters drawn alike, one slip of the finger, dots as hyphens.
 *
 * Lets pass well-known domains, the organisation's own, other brands', and what is chance rather than imitation: slips
 * against short or ordinary names, and the one other letter that makes another word.
 */
export function imitatedBrand(domain: string, lists: Lists, organisation: Organisation): string | undefined {
  if (domain === '' || lists.popular.has(domain) || isOwn(domain, organisation)) return undefined;
  if (entryAbove(domain, lists.siteHosts) !== undefined || lists.freeMail.has(domain)) return undefined;
  const known = answers.get(lists) ?? new Map<string, string | undefined>();
  answers.set(lists, known);
  if (known.has(domain)) return known.get(domain);
  if (known.size >= MOST_ANSWERS) known.clear();
  const real = nearestBrand(domain, lists);
  known.set(domain, real);
  return real;
}

/** A mail names one domain in many links, and several checks ask for each. */
const answers = new WeakMap<Lists, Map<string, string | undefined>>();
const MOST_ANSWERS = 500;

function nearestBrand(domain: string, lists: Lists): string | undefined {
  const index = indexOf(lists.brands);
  if (index.get(`=${domain}`)) return undefined;
  const candidates = new Set(keysOf(domain).flatMap((key) => index.get(key) ?? []));
  for (const real of candidates) {
    const found = likeness(domain, real);
    if (!found || !convinces(found, domain, real)) continue;
    // `mercadolivre.pt` is one letter from mercadolibre.com, and both are the house's own names.
    return isOwned(domain, lists) ? undefined : real;
  }
  return undefined;
}

function convinces(found: Likeness, domain: string, real: string): boolean {
  if (found === 'same-letters') return nameOf(real).length >= 5;
  if (found === 'dots-to-hyphens') return true;
  if (found === 'other-ending') return false;
  const name = nameOf(real);
  const other = nameOf(domain);
  if (isOrdinary(name) || isCommonLabel(name)) return false;
  // A last letter more or less makes another word (`direct` and directv), not a slip.
  if (name.startsWith(other) || other.startsWith(name)) return name.length >= 9;
  // One other letter makes another word too (`wilton` and hilton); a swapped or doubled one does not.
  return name.length >= 8 || (name.length >= 6 && sameRun(name, other));
}

/** True when the names differ only in a doubled letter or in two that changed places. */
function sameRun(a: string, b: string): boolean {
  const single = (text: string): string => text.replace(/(.)\1+/g, '$1');
  return single(a) === single(b) || (a.length === b.length && [...a].sort().join('') === [...b].sort().join(''));
}

function indexOf(brands: Lists['brands']): Neighbours {
  const known = indexes.get(brands);
  if (known) return known;
  const index: Neighbours = new Map();
  const put = (key: string, domain: string): void => {
    index.set(key, [...(index.get(key) ?? []), domain]);
  };
  for (const domain of new Set(brands.flatMap((brand) => brand.domains))) {
    if (!domain.includes('.')) continue;
    put(`=${domain}`, domain);
    for (const key of keysOf(domain)) put(key, domain);
    const labels = domain.split('.');
    for (const head of [labels, labels.slice(0, 2)]) {
      put(`n${head.join('-')}`, domain);
      put(`n${head.join('')}`, domain);
    }
  }
  indexes.set(brands, index);
  return index;
}

/** Two names one slip apart share a half: the slip is in the other one. */
function keysOf(domain: string): string[] {
  const name = nameOf(domain.includes('xn--') ? domainToUnicode(domain) || domain : domain).slice(0, 63);
  const half = Math.floor(name.length / 2);
  const keys = [`n${name}`, `s${skeleton(name)}`];
  for (let at = Math.max(2, half - 1); at <= half + 1 && at < name.length; at += 1) {
    keys.push(`h${name.slice(0, at)}`, `t${name.slice(at)}`);
  }
  return keys;
}

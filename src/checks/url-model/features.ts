import type { Lists, UrlParts } from '../../model.ts';
import { entryAbove } from '../domains.ts';
import { isPublicAddress, isUnderBrand } from '../hosts.ts';
import { hostFeatures } from './host-features.ts';
import { lettersOf } from './letters.ts';
import { pathFeatures } from './path-features.ts';

/** One thing that the model weighs. */
export interface Feature {
  /** Where its weight lies in the model's table. */
  slot: number;
  /** The part of the URL that it was read from, as a reader would find it there; `''` where it is none in particular. */
  piece: string;
}

/** Tells one thing seen, by a name that is hashed, and the piece that it was seen in. */
export type Put = (name: string, piece?: string) => void;

/** Weights in the model, and where those of endings and those of what follows the host begin: the fit limits both. */
export const SLOTS = 2 ** 16;
export const ENDING_SLOTS = SLOTS / 2 - 4_096;
export const PATH_SLOTS = SLOTS / 2;

/** More than the longest honest link has. */
const MOST = 400;

/**
 * What the model sees of a URL. Not the scheme, not `www`, not whether there is a path at all: those tell how a
 * collection of links was made, not what a link is.
 */
export function featuresOf(parts: UrlParts, lists: Lists): Feature[] {
  const found = new Map<number, Feature>();
  const collect =
    (first: number, end: number): Put =>
    (name, piece = '') => {
      const slot = first + (hash(name) % (end - first));
      if (found.size < MOST && !found.has(slot)) found.set(slot, { slot, piece });
    };
  const letters = lettersOf(lists.popular);
  hostFeatures(parts, lists, letters, collect(0, ENDING_SLOTS), collect(ENDING_SLOTS, PATH_SLOTS));
  pathFeatures(parts, lists, letters, collect(PATH_SLOTS, SLOTS));
  return [...found.values()];
}

/**
 * Whether the model is asked at all: not about well-known houses and services that send for others, whose links are as
 * odd as they please, unless anyone gets a site there.
 */
export function isJudged({ scheme, host, domain, isIp }: UrlParts, lists: Lists): boolean {
  if ((scheme !== 'http' && scheme !== 'https') || host === '') return false;
  if (isIp) return isPublicAddress(host);
  if (domain === '' || RESTRICTED.test(domain)) return false;
  const shared = entryAbove(host, lists.siteHosts);
  if (shared !== undefined) return host !== shared;
  const services = [lists.mailServices, lists.shorteners, lists.formBuilders, lists.fileHosts];
  if (lists.popular.has(domain) || services.some((list) => entryAbove(host, list) !== undefined)) return false;
  return !isUnderBrand(host, lists);
}

/** Endings that only schools and offices of state get a name under. */
const RESTRICTED = /\.(?:edu|gov|mil|int|(?:edu|gov|gob|gouv|gv|govt|mil|ac|go|lg)\.[a-z]{2})$/;

/** FNV-1a with its bits stirred once more: short names differ in few. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 12)) >>> 0;
}

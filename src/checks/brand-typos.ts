import { distance } from 'fastest-levenshtein';
import type { Lists } from '../model.ts';
import { isBaitWord } from './bait-words.ts';
import { nameOf } from './domains.ts';
import { isCommonLabel, isOrdinary } from './ordinary-names.ts';

interface Target {
  word: string;
  brand: string;
}

interface Index {
  /** By what is left of a name without one of its letters: two words one slip apart share such a rest. */
  rests: Map<string, Target[]>;
  /** Names that stand for themselves: brands' own, and those of well-known sites. */
  real: Set<string>;
}

const indexes = new WeakMap<Lists['brands'], Index>();

/** Words of languages, and honest names, one slip from a brand's. */
const WORDS = new Set([
  'telecom',
  'discovery',
  'security',
  'expressen',
  'amazone',
  'amazona',
  'mercado',
  'mercury',
  'barkley',
  'berkley',
  'interact',
  'spotty',
  'stream',
  'steamy',
  'postal',
  'national',
]);

/** Shorter names have honest neighbours. */
const LEAST = 6;

/**
 * The brand whose name a word is, but for one slip: a letter more, less or other, or two that changed places. Lets pass
 * names of well-known sites, words that belong to signing in, and a last `s` or other letter that makes another word.
 */
export function misspeltBrand(word: string, lists: Lists): string | undefined {
  if (word.length < LEAST - 1 || word.length > 30 || !/^[a-z]+$/.test(word) || isBaitWord(word)) return undefined;
  const { rests, real } = indexOf(lists);
  if (real.has(word) || WORDS.has(word)) return undefined;
  for (const rest of restsOf(word)) {
    for (const target of rests.get(rest) ?? []) if (isSlip(word, target.word)) return target.brand;
  }
  return undefined;
}

function isSlip(word: string, target: string): boolean {
  if (word.startsWith(target) || target.startsWith(word) || word.endsWith(target)) return false;
  // Another first letter makes another word: hilton and wilton.
  if (word[0] !== target[0]) return target.length >= 9 && distance(word, target) === 1;
  if (distance(word, target) === 1) return target.length >= 7 || isMuddle(word, target);
  return word.length === target.length && isMuddle(word, target) && distance(word, target) === 2;
}

/** The same letters doubled or in another order. */
function isMuddle(a: string, b: string): boolean {
  const single = (text: string): string => text.replace(/(.)\1+/g, '$1');
  return single(a) === single(b) || [...a].sort().join('') === [...b].sort().join('');
}

function restsOf(word: string): string[] {
  const rests = [word];
  for (let at = 0; at < word.length; at += 1) rests.push(word.slice(0, at) + word.slice(at + 1));
  return rests;
}

function indexOf(lists: Lists): Index {
  const known = indexes.get(lists.brands);
  if (known) return known;
  const index: Index = { rests: new Map(), real: new Set() };
  for (const domain of lists.popular.keys()) index.real.add(nameOf(domain));
  for (const brand of lists.brands) {
    const label = brand.names[0] ?? brand.id;
    const names = [
      ...brand.names.map((name) => ({ word: name.toLowerCase().replace(/[ .-]/g, ''), brand: name })),
      ...brand.domains.map((domain) => ({ word: nameOf(domain).replaceAll('-', ''), brand: label })),
    ];
    for (const target of names) {
      index.real.add(target.word);
      if (target.word.length < LEAST || target.word.length > 30 || !/^[a-z]+$/.test(target.word)) continue;
      if (isOrdinary(target.word) || isCommonLabel(target.word)) continue;
      for (const rest of new Set(restsOf(target.word))) {
        const others = index.rests.get(rest) ?? [];
        if (others.some(({ word }) => word === target.word)) continue;
        index.rests.set(rest, [...others, target]);
      }
    }
  }
  indexes.set(lists.brands, index);
  return index;
}

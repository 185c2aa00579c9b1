import type { Message, WordingModel } from '../model.ts';
import { foldBoth } from './lures.ts';
import { ownWords } from './mail.ts';

/**
 * How near the wording of a message is to that of known lures. The model is data; this is how a text becomes its features:
 * runs of four and five letters, so that inflected words and languages without spaces need no word list.
 */

/** So far a reader gets before the story is told; small print and quoted threads stand behind. Characters. */
const READ = 800;

/** Fewer runs than this count as so many: three words that sound like a lure are not much of one. */
const FEWEST = 60;

/** Addresses differ from mail to mail and say nothing of the wording. Each stands within one stretch without blanks. */
const ADDRESS = /\b(?:[a-z]{2,10}:\/\/|www\.)\S{1,2000}/gi;
/** What a template's sender forgot to fill in. */
const BLANK_FIELD = /\{\{[^}]{0,100}\}\}/g;

/** What of a message its wording is. */
type Words = Parameters<typeof ownWords>[0] & Pick<Message, 'subject'>;

const SIZES = [4, 5];
const HAN_RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2}/u;

/** The subject and the beginning of what the message itself says: readable, and as it is compared. */
function wordingOf(message: Words): { plain: string; folded: string } {
  const text = `${message.subject.slice(0, 500)} . ${ownWords(message).slice(0, 8 * READ)}`;
  const { plain, folded } = foldBoth(withoutNames(text));
  return { plain: plain.slice(0, READ), folded: folded.slice(0, READ) };
}

/** The words of a text, one blank between them, without addresses and with every number as `#`. */
function withoutNames(text: string): string {
  const words: string[] = [];
  let length = 0;
  for (const [word] of text.replace(BLANK_FIELD, ' ').matchAll(/\S+/g)) {
    if (word.includes('@')) continue;
    words.push(word.includes('://') || /www\./i.test(word) ? word.replace(ADDRESS, '') : word);
    length += word.length;
    // Folding takes out what has no width: this much leaves enough of any writing.
    if (length > 4 * READ) break;
  }
  return words.join(' ').replace(/\d+/g, '#');
}

function runsOf(text: string, buckets: number, met: (bucket: number, at: number) => void): void {
  for (const size of SIZES) {
    for (let at = 0; at + size <= text.length; at += 1) met(hash(text, at, size) & (buckets - 1), at);
  }
  for (let at = 0; at + 2 <= text.length; at += 1) {
    if (text.charCodeAt(at) > 0x2e80 && HAN_RUN.test(text.slice(at, at + 2))) {
      met(hash(text, at, 2) & (buckets - 1), at);
    }
  }
}

/** FNV-1a over UTF-16 units, its upper half folded in: the lower bits alone are uneven. */
function hash(text: string, at: number, size: number): number {
  let value = 0x811c9dc5 ^ size;
  for (let next = at; next < at + size; next += 1) {
    value ^= text.charCodeAt(next);
    value = Math.imul(value, 0x01000193);
  }
  return (value ^ (value >>> 15)) >>> 0;
}

/** The buckets that a message falls into, each once, in rising order. */
export function wordingBuckets(message: Words, buckets: number): Uint32Array {
  return Uint32Array.from(bucketsOf(wordingOf(message).folded, buckets)).sort();
}

/** One for all: thirty kilobytes a message beside the heap would pile up before anything clears them away. */
let seen = new Uint8Array(0);

function bucketsOf(folded: string, buckets: number): number[] {
  if (seen.length < buckets) seen = new Uint8Array(buckets);
  const found: number[] = [];
  runsOf(folded, buckets, (bucket) => {
    if (seen[bucket] === 0) found.push(bucket);
    seen[bucket] = 1;
  });
  for (const bucket of found) seen[bucket] = 0;
  return found;
}

/** What each of so many buckets weighs: long texts say no more than short ones. */
export function wordingShare(count: number): number {
  return 1 / Math.sqrt(Math.max(count, FEWEST));
}

/** Likeness to known lures: above zero leans to them. */
export function wordingScore(message: Message, { weights, scale, bias }: WordingModel): number {
  const buckets = bucketsOf(wordingOf(message).folded, weights.length);
  let sum = 0;
  for (const bucket of buckets) sum += weights[bucket] as number;
  return sum * scale * wordingShare(buckets.length) + bias;
}

/** The likeness as a share: 0 below the point where it counts, 1 where it counts in full. */
export function wordingStrength(score: number, { from, to }: Pick<WordingModel, 'from' | 'to'>): number {
  return Math.min(1, Math.max(0, (score - from) / (to - from)));
}

/** Up to so many words of the message that speak most for the likeness, as they stand there. */
export function tellingWords(message: Message, model: WordingModel, most: number): string[] {
  const { plain, folded } = wordingOf(message);
  const weightAt = new Float64Array(plain.length);
  runsOf(folded, model.weights.length, (bucket, at) => {
    weightAt[at] = (weightAt[at] as number) + (model.weights[bucket] as number);
  });
  const words = new Map<string, number>();
  for (const { 0: word, index } of plain.matchAll(/[\p{L}\p{M}]{4,30}/gu)) {
    let weight = 0;
    for (let at = index; at < index + word.length; at += 1) weight += weightAt[at] as number;
    words.set(word, Math.max(words.get(word) ?? 0, weight / Math.sqrt(word.length)));
  }
  return [...words]
    .filter(([, weight]) => weight > 0)
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([word]) => word);
}

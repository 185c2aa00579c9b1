import type { LureList, LureWord, Message, Theme } from '../model.ts';
import type { LureHit } from './check.ts';
import { LURE_PAIRS, LURE_TALES, LURE_WORD_THEMES, type LurePair } from './lure-pairs.ts';
import { ownWords } from './mail.ts';
import { phraseTrie } from './phrase-trie.ts';
import { isBehindParticles, isMark, isUnspaced, isWithinWord } from './word-edges.ts';

/** A reader gives up long before: what stands behind this many characters lures nobody, and costs us time. */
const LONGEST = 100_000;

/** So many places of one phrase are told: enough to see what stands near it, too few to fill the memory with. */
const PLACES = 10;

/** So near (in folded characters) two words of a pair stand: one sentence. Scripts without spaces say it in fewer. */
const SPAN = 90;
const UNSPACED_SPAN = 30;

/** What a tale takes, in sentences: so many times a pair's span. */
const TALE = 3;

interface Entry {
  language: string;
  phrase: string;
  theme?: Theme;
  word?: LureWord;
  /** The list has it with a `*`: it may go on. */
  open: boolean;
}

/** An entry, where it stands. */
interface Met extends Place {
  entry: Entry;
}

/** A word of a class, where it stands. */
interface Place {
  start: number;
  end: number;
}

type Find = (text: string | Folded) => LureHit[];
const finders = new WeakMap<LureList[], Find>();

/**
 * A search for every phrase and every pair of words of the lists at once. Built once for a set of lists: building costs a
 * tenth of a second, and every report would pay it again. Phrases match on whole words in scripts that have spaces,
 * anywhere in those that have none. What stands there many times is returned for the first few places only.
 */
export function lureFinder(lists: LureList[]): Find {
  const known = finders.get(lists);
  if (known) return known;
  const entries = entriesOf(lists);
  const trie = phraseTrie([...entries.keys()]);
  const byPhrase = [...entries.values()];
  const find: Find = (text) => {
    const { plain, folded } = typeof text === 'string' ? foldBoth(text) : text;
    const hits: LureHit[] = [];
    const words = new Map<string, Map<LureWord, Place[]>>();
    for (const { entry, start, end } of met(folded)) {
      const { theme, word, language, phrase } = entry;
      if (theme) hits.push({ theme, language, phrase, start, end });
      if (word) placesOf(words, language, word).push({ start, end: entry.open ? wordEnd(folded, end) : end });
    }
    for (const [language, classes] of words) {
      hits.push(...pairHits(plain, language, classes, LURE_PAIRS, 1));
      hits.push(...pairHits(plain, language, classes, LURE_TALES, TALE));
    }
    return hits;
  };

  /** Every entry that stands as a whole word, its first few places, in the order in which they end. */
  function met(folded: string): Met[] {
    const found: Met[] = [];
    const seen = new Map<Entry, number>();
    let start = 0;
    const add = (phrase: number, end: number): void => {
      if (isMark(folded, end)) return;
      const whole = !isWithinWord(folded, end);
      for (const entry of byPhrase[phrase] as Entry[]) {
        if (!whole && !entry.open) continue;
        const times = seen.get(entry) ?? 0;
        if (times === PLACES) continue;
        seen.set(entry, times + 1);
        found.push({ entry, start, end });
      }
    };
    // Not within a word: "spin" is no part of "crispin".
    for (; start < folded.length; start += 1) {
      if (!isWithinWord(folded, start) || isBehindParticles(folded, start)) trie.phrasesAt(folded, start, add);
    }
    return found.sort((a, b) => a.end - b.end || a.start - b.start);
  }

  finders.set(lists, find);
  return find;
}

function entriesOf(lists: LureList[]): Map<string, Entry[]> {
  const entries = new Map<string, Entry[]>();
  const add = (written: string, entry: Omit<Entry, 'phrase' | 'open'>): void => {
    const open = written.endsWith('*');
    const phrase = open ? written.slice(0, -1) : written;
    const folded = foldText(phrase);
    if (folded !== '') entries.set(folded, [...(entries.get(folded) ?? []), { ...entry, phrase, open }]);
  };
  for (const { language, themes, words = {} } of lists) {
    for (const [theme, phrases] of Object.entries(themes) as [Theme, string[]][]) {
      for (const phrase of phrases) add(phrase, { language, theme });
    }
    for (const [word, forms] of Object.entries(words) as [LureWord, string[]][]) {
      for (const form of forms) add(form, { language, word, theme: LURE_WORD_THEMES[word] });
    }
  }
  return entries;
}

function placesOf(words: Map<string, Map<LureWord, Place[]>>, language: string, word: LureWord): Place[] {
  const classes = words.get(language) ?? new Map<LureWord, Place[]>();
  words.set(language, classes);
  const places = classes.get(word) ?? [];
  classes.set(word, places);
  return places;
}

/** Pairs of one language, in either order: what comes first differs by language and by writer. */
function pairHits(
  plain: string,
  language: string,
  classes: Map<LureWord, Place[]>,
  pairs: readonly LurePair[],
  spans: number,
): LureHit[] {
  const hits: LureHit[] = [];
  for (const [theme, a, b, also] of pairs) {
    const first = classes.get(a);
    const second = classes.get(b);
    const third = also && classes.get(also);
    if (!first || !second || (also && !third)) continue;
    let times = 0;
    for (const one of first) {
      if (third && !third.some((place) => isNear(plain, one, place, spans))) continue;
      // A pair is told by one example of each first word, a tale by how many different words it takes.
      for (const other of second) {
        if (!isNear(plain, one, other, spans)) continue;
        const [left, right] = one.start < other.start ? [one, other] : [other, one];
        const phrase = `${plain.slice(left.start, left.end)} … ${plain.slice(right.start, right.end)}`;
        hits.push({ theme, language, phrase, start: left.start, end: right.end });
        times += 1;
        if (spans === 1 || times >= PLACES * spans) break;
      }
      if (times >= PLACES * spans) break;
    }
  }
  return hits;
}

/** Near, and not one within the other: "password" is no pair with the "password expired" that it begins. */
function isNear(text: string, a: Place, b: Place, spans: number): boolean {
  const gap = a.start < b.start ? b.start - a.end : a.start - b.end;
  if (gap < 0 || gap > spans * SPAN) return false;
  return gap <= spans * UNSPACED_SPAN || !isUnspaced(text, a.start);
}

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
// Each looks first at what is rare and then behind it: a look behind at every letter costs ten times as much.
const ACCENTS = /(?=\p{Mn})(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}])\p{Mn}+/gu;
/** Stretches an Arabic word to fill the line; it is no letter. */
const TATWEEL = /\u0640/g;
const QUOTES = /[\p{Pi}\p{Pf}"'`´ʼ]/gu;
const GAPS_IN_UNSPACED =
  / (?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー] )(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])/gu;
// White space but for a single blank, which is one already: most of a text's are.
const BLANKS = /(?:[^\S ]|\u2800)[\s\u2800]*| [\s\u2800]+/g;
const DASHES = /(?:[^\S ]|\p{Pd})[\s\p{Pd}]*| [\s\p{Pd}]+/gu;

/**
 * Letters that look alike, or that people write for one another (`ł` as `l` in text messages, the Arabic letters that differ
 * by a dot), are read as one: each on the left as the one on the right. Folded on both sides, so no harm.
 */
const TWINS = new Map(
  'а:a α:a в:b с:c ϲ:c ԁ:d е:e ε:e һ:h н:h 1:l i:l і:l ι:l ı:l ӏ:l ј:j κ:k к:k м:m 0:o ο:o о:o р:p ρ:p ԛ:q ѕ:s т:t τ:t υ:u ν:v ԝ:w х:x χ:x у:y γ:y ո:n օ:o ս:u ց:g հ:h զ:q ꭱ:r ꮐ:g ꮪ:s ꭰ:d ꭺ:a ꮇ:m ꭲ:t ꮯ:c ꮲ:p ꮃ:w ꭼ:e ł:l ى:ي ی:ي ک:ك ة:ه'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);
const TWIN = new RegExp(`[${[...TWINS.keys()].join('')}]`, 'gu');

/**
 * Text as phrases are compared: one width, lower case, no accents, no quotation marks, dashes as blanks, any white space
 * one blank, and none between Chinese and Japanese characters (plain-text mail breaks its lines there). Against spelling
 * that only a filter trips over, invisible characters go, and letters that look alike become one: `Iog ín` and `lоg in`
 * are the same.
 */
export function foldText(text: string): string {
  return foldTwins(plainFold(text));
}

/** The folded text, and the readable form before twins are made one: a place in one is the same place in the other. */
export interface Folded {
  plain: string;
  folded: string;
}

export function foldBoth(text: string): Folded {
  const plain = plainFold(text);
  return { plain, folded: foldTwins(plain) };
}

/** What a message itself says, subject first, as phrases are compared: where a hit of `luresOf` stands is a place in it. */
export function foldedWords(message: Message): Folded {
  const known = foldings.get(message);
  if (known) return known;
  const both = foldBoth(`${message.subject}\n${ownWords(message)}`);
  foldings.set(message, both);
  return both;
}

const foldings = new WeakMap<Message, Folded>();

/** The folded text before twins are made one: the same length, and readable. */
function plainFold(text: string): string {
  if (PLAIN.test(text) && !text.includes('  ')) return text.toLowerCase();
  // The rest of the steps has nothing to do in plain ASCII.
  if (!FOREIGN.test(text)) {
    return text.replace(BLANKS, ' ').slice(0, LONGEST).toLowerCase().replace(/["'`]/g, '').replace(DASHES, ' ').trim();
  }
  return text
    .replace(INVISIBLE, '')
    .replace(BLANKS, ' ')
    .slice(0, LONGEST)
    .normalize('NFKD')
    .slice(0, 2 * LONGEST)
    .toLowerCase()
    .replace(ACCENTS, '')
    .replace(TATWEEL, '')
    .normalize('NFC')
    .replace(QUOTES, '')
    .replace(DASHES, ' ')
    .replace(GAPS_IN_UNSPACED, '')
    .trim();
}

const FOREIGN = /[^\x00-\x7f]/;

/** What the fold leaves as it is, but for capitals: half of all phrases. */
const PLAIN = /^(?! )[A-Za-z0-9,.!?:;%&/() ]{0,200}(?<! )$/;

/** Letter for letter: a place in the result is the same place in `text`. */
function foldTwins(text: string): string {
  const plain = text.replaceAll('i', 'l').replaceAll('1', 'l').replaceAll('0', 'o');
  return FOREIGN.test(plain) ? plain.replace(TWIN, (letter) => TWINS.get(letter) as string) : plain;
}

/** Where the word ends that `end` stands in: at most so far as a long word goes. */
function wordEnd(text: string, end: number): number {
  let at = end;
  while (at < end + 30 && isWithinWord(text, at)) at += 1;
  return at;
}

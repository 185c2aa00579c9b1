import AhoCorasick from 'modern-ahocorasick';
import type { LureList, Theme } from '../model.ts';
import type { LureHit } from './check.ts';

/** A reader gives up long before: what stands behind this many characters lures nobody, and costs us time. */
const LONGEST = 100_000;

/** So many places of one phrase are told: enough to see what stands near it, too few to fill the memory with. */
const PLACES = 10;

const finders = new WeakMap<LureList[], (text: string) => LureHit[]>();

/**
 * A search for every phrase of the lists at once. Built once for a set of lists: building costs a tenth of a second, and
 * every report would pay it again. Phrases match on whole words in scripts that have spaces, anywhere in those that have
 * none. A phrase that stands there many times is returned for the first few places only.
 */
export function lureFinder(lists: LureList[]): (text: string) => LureHit[] {
  const known = finders.get(lists);
  if (known) return known;
  const entries = new Map<string, { theme: Theme; language: string; phrase: string }[]>();
  for (const { language, themes } of lists) {
    for (const [theme, phrases] of Object.entries(themes) as [Theme, string[]][]) {
      for (const phrase of phrases) {
        const folded = foldText(phrase);
        if (folded !== '') entries.set(folded, [...(entries.get(folded) ?? []), { theme, language, phrase }]);
      }
    }
  }
  const machine = entries.size > 0 ? new AhoCorasick([...entries.keys()]) : undefined;
  const find = (text: string): LureHit[] => {
    if (!machine) return [];
    const folded = foldText(text);
    const hits: LureHit[] = [];
    const seen = new Map<string, number>();
    for (const { pattern, start, end } of machine.iterate(folded)) {
      if (!standsAlone(folded, start, end)) continue;
      const times = seen.get(pattern) ?? 0;
      if (times === PLACES) continue;
      seen.set(pattern, times + 1);
      for (const entry of entries.get(pattern) ?? []) hits.push({ ...entry, start, end });
    }
    return hits;
  };
  finders.set(lists, find);
  return find;
}

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
// Each looks first at what is rare and then behind it: a look behind at every letter costs ten times as much.
const ACCENTS = /(?=\p{Mn})(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])\p{Mn}+/gu;
const QUOTES = /[\p{Pi}\p{Pf}"'`´ʼ]/gu;
const GAPS_IN_HAN = / (?<=\p{Script=Han} )(?=\p{Script=Han})/gu;
// White space but for a single blank, which is one already: most of a text's are.
const BLANKS = /(?:[^\S ]|\u2800)[\s\u2800]*| [\s\u2800]+/g;
const DASHES = /(?:[^\S ]|\p{Pd})[\s\p{Pd}]*| [\s\p{Pd}]+/gu;

/** Letters that look alike are read as one: each on the left as the one on the right. Folded on both sides, so no harm. */
const TWINS = new Map(
  'а:a α:a в:b с:c ϲ:c ԁ:d е:e ε:e һ:h н:h 1:l i:l і:l ι:l ı:l ӏ:l ј:j κ:k к:k м:m 0:o ο:o о:o р:p ρ:p ԛ:q ѕ:s т:t τ:t υ:u ν:v ԝ:w х:x χ:x у:y γ:y ո:n օ:o ս:u ց:g հ:h զ:q ꭱ:r ꮐ:g ꮪ:s ꭰ:d ꭺ:a ꮇ:m ꭲ:t ꮯ:c ꮲ:p ꮃ:w ꭼ:e'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);
const TWIN = new RegExp(`[${[...TWINS.keys()].join('')}]`, 'gu');

/**
 * Text as phrases are compared: one width, lower case, no accents, no quotation marks, dashes as blanks, any white space
 * one blank, and none between Han characters (plain-text mail breaks its lines there). Against spelling that only a
 * filter trips over, invisible characters go, and letters that look alike become one: `Iog ín` and `lоg in` are the same.
 */
export function foldText(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(BLANKS, ' ')
    .slice(0, LONGEST)
    .normalize('NFKD')
    .slice(0, 2 * LONGEST)
    .toLowerCase()
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replace(QUOTES, '')
    .replace(DASHES, ' ')
    .replace(GAPS_IN_HAN, '')
    .replace(TWIN, (letter) => TWINS.get(letter) as string)
    .trim();
}

const WORD = /[\p{L}\p{N}]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** False when the hit is a piece of a longer word: "spin" in "spinach". */
function standsAlone(text: string, start: number, end: number): boolean {
  const joined = (a: string, b: string): boolean =>
    WORD.test(a) && WORD.test(b) && !UNSPACED.test(a) && !UNSPACED.test(b);
  const before = text[start - 1];
  const after = text[end];
  if (before !== undefined && joined(before, text[start] as string)) return false;
  return after === undefined || !joined(text[end - 1] as string, after);
}

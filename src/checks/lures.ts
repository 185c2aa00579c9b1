import AhoCorasick from 'modern-ahocorasick';
import type { LureList, Theme } from '../model.ts';
import type { LureHit } from './check.ts';

const finders = new WeakMap<LureList[], (text: string) => LureHit[]>();

/**
 * A search for every phrase of the lists at once. Built once for a set of lists: building costs milliseconds, and every
 * report would pay it again. Phrases match on whole words in scripts that have spaces, anywhere in those that have none.
 */
export function lureFinder(lists: LureList[]): (text: string) => LureHit[] {
  const known = finders.get(lists);
  if (known) return known;
  const entries = new Map<string, { theme: Theme; language: string }[]>();
  for (const { language, themes } of lists) {
    for (const [theme, phrases] of Object.entries(themes) as [Theme, string[]][]) {
      for (const phrase of phrases) {
        const folded = foldText(phrase);
        entries.set(folded, [...(entries.get(folded) ?? []), { theme, language }]);
      }
    }
  }
  const machine = entries.size > 0 ? new AhoCorasick([...entries.keys()]) : undefined;
  const find = (text: string): LureHit[] => {
    if (!machine) return [];
    const folded = foldText(text);
    const hits = new Map<string, LureHit>();
    for (const { pattern, start, end } of machine.iterate(folded)) {
      if (!standsAlone(folded, start, end)) continue;
      for (const entry of entries.get(pattern) ?? []) {
        hits.set(`${entry.theme}\n${pattern}`, { ...entry, phrase: pattern });
      }
    }
    return [...hits.values()];
  };
  finders.set(lists, find);
  return find;
}

/** Text as phrases are compared: one width, lower case, curly quotes straight, any white space one blank. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, '')
    .replace(/\s+/g, ' ')
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

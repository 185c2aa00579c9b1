import type { Knowledge, Lists, LureWord, Theme } from '../../src/model.ts';
import { knowledge } from './evidence.ts';

type Themes = Partial<Record<Theme, string[]>>;

/** Knowledge with these phrases and no others, so that each test shows the words that it turns on. */
export function knowing(en: Themes, zh: Themes = {}, lists: Partial<Lists> = {}): Knowledge {
  return knowledge({
    lists: {
      lures: [
        { language: 'en', themes: en },
        { language: 'zh', themes: zh },
      ],
      ...lists,
    },
  });
}

/** Plain words without any lure in them, to make a text as long as an article. */
export function plainText(characters: number): string {
  return 'The garden behind the house has apple trees and a pond. '
    .repeat(Math.ceil(characters / 56))
    .slice(0, characters);
}

/** Knowledge with these English words by class (and phrases), so that each test shows the words that it turns on. */
export function speaking(
  words: Partial<Record<LureWord, string[]>>,
  themes: Themes = {},
  lists: Partial<Lists> = {},
): Knowledge {
  return knowledge({ lists: { lures: [{ language: 'en', themes, words }], ...lists } });
}

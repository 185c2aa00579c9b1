import { defineCheck } from '../check.ts';

/**
 * Invisible characters inside words, which only a filter stumbles over. Soft hyphens between syllables (but not after every letter), joiners in
 * emoji and in scripts that need them, and padding between words pass.
 */
export const invisibleLetters = defineCheck({
  id: 'invisible-letters',
  on: 'message',
  group: 'content',
  points: 3,
  explain:
    'Words in it are broken up by characters that nobody can see, as in “{word}”. That is done to slip past filters.',
  run({ subject, text }) {
    const all = `${subject}\n${text.slice(0, 100_000)}`;
    if (!/\p{Default_Ignorable_Code_Point}/u.test(all)) return;
    const found = all.match(BROKEN) ?? [];
    const [word] = found;
    return word && found.length > 1 ? { word: word.replace(/[^\p{L}]/gu, '·') } : undefined;
  },
});

const BROKEN =
  /[a-zA-Z]{1,20}(?:(?!\u00ad)\p{Default_Ignorable_Code_Point}){1,20}[a-zA-Z]{1,20}|(?:[a-zA-Z]\u00ad){3,20}/gu;

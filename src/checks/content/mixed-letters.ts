import { defineCheck } from '../check.ts';

/**
 * Latin words in which some letters are Cyrillic, Greek or others of the same looks. Two such words are needed: one is a
 * slip of a bilingual keyboard. Words with letters that look foreign (a Russian ending on an English word, a formula)
 * pass, since they hide nothing.
 */
export const mixedLetters = defineCheck({
  id: 'mixed-letters',
  on: 'message',
  group: 'content',
  points: 3,
  explain:
    'Letters of another alphabet that look the same stand inside words such as “{word}”. That is done to slip past filters.',
  run({ subject, text }) {
    const all = `${subject}\n${text.slice(0, 100_000)}`;
    if (!TWIN.test(all)) return;
    const words = all.match(/[\p{L}\p{Nl}]{4,30}/gu);
    const mixed = new Set(words?.filter((word) => TWIN.test(word) && LATIN.test(word) && ONLY_TWINS.test(word)));
    const [word] = mixed;
    return word && mixed.size > 1 ? { word } : undefined;
  },
});

/** Letters drawn like Latin ones. Of Armenian, Cherokee and Lisu hardly any mail is written, so all count. */
const LETTERS =
  'аАВсСеЕНһіІјЈКМоОрРѕЅТхХуУԁԛԝαΑΒεΕΗιΙΚκΜΝοΟρΡΤτυΥΧχνⅰⅼⅽⅾⅿ\\p{Script=Armenian}\\p{Script=Cherokee}\\p{Script=Lisu}';
const TWIN = new RegExp(`[${LETTERS}]`, 'u');
const LATIN = /[a-zA-Z]/;
const ONLY_TWINS = new RegExp(`^[${LETTERS}\\p{Script=Latin}]+$`, 'u');

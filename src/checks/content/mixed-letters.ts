import { defineCheck } from '../check.ts';

/**
 * Latin words in which some letters are Cyrillic or Greek ones of the same looks. Two such words are needed: one is a
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
    const words = `${subject}\n${text.slice(0, 100_000)}`.match(
      /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{4,30}/gu,
    );
    const mixed = new Set(words?.filter((word) => TWIN.test(word) && LATIN.test(word) && ONLY_TWINS.test(word)));
    const [word] = mixed;
    return word && mixed.size > 1 ? { word } : undefined;
  },
});

const TWIN = /[аАВсСеЕНһіІјЈКМоОрРѕЅТхХуУԁԛԝαΑΒεΕΗιΙΚκΜΝοΟρΡΤτυΥΧχν]/u;
const LATIN = /\p{Script=Latin}/u;
const ONLY_TWINS = /^[\p{Script=Latin}аАВсСеЕНһіІјЈКМоОрРѕЅТхХуУԁԛԝαΑΒεΕΗιΙΚκΜΝοΟρΡΤτυΥΧχν]+$/u;

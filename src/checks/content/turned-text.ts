import { defineCheck } from '../check.ts';

/**
 * Direction characters that make text read differently from how it is stored, in a text with no letters that run from
 * right to left. Hebrew and Arabic mail needs them and passes; so do the isolates that chat programs put around names.
 */
export const turnedText = defineCheck({
  id: 'turned-text',
  on: 'message',
  group: 'content',
  points: 3,
  explain: 'Hidden characters in “{line}” make it read differently from what it is. That is done to slip past filters.',
  run({ subject, text }) {
    const whole = `${subject}\n${text.slice(0, 100_000)}`;
    if (!/[\u202d\u202e]/.test(whole)) return;
    if (/[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u.test(whole)) return;
    const [line] = /[^\n]{0,30}[\u202d\u202e][^\n\u202c]{2,30}/u.exec(whole) ?? [];
    return line === undefined ? undefined : { line: line.replace(/\p{Cf}/gu, '·').trim() };
  },
});

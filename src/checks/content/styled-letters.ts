import { defineCheck } from '../check.ts';

/**
 * Words in letters that only look like letters (𝗩𝗲𝗿𝗶𝗳𝘆, Ⓥⓔⓡⓘⓕⓨ, ᵥₑᵣᵢfy): a reader sees them, a filter does not. One
 * styled word as an ornament passes, and so do formulas.
 */
export const styledLetters = defineCheck({
  id: 'styled-letters',
  on: 'message',
  group: 'content',
  points: 1,
  explain:
    'Words such as “{word}” are written in signs that only look like letters. That is done to slip past filters.',
  run({ subject, text }) {
    const words = `${subject}\n${text.slice(0, 50_000)}`.match(STYLED) ?? [];
    const [word] = words;
    return word && words.length >= MANY ? { word: word.normalize('NFKC') } : undefined;
  },
});

const MANY = 4;
const STYLED = /[\u{1d400}-\u{1d6a3}\u{1f130}-\u{1f189}\u24b6-\u24e9]{3,40}/gu;

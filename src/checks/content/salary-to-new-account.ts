import { defineCheck } from '../check.ts';
import { tells } from './asks.ts';

/**
 * An employee's pay is to go to another account, asked for by mail. What the personnel office itself writes of its own
 * process has no "I" in it, and passes; a supplier's change of bank is another check's.
 */
export const salaryToNewAccount = defineCheck({
  id: 'salary-to-new-account',
  on: 'message',
  group: 'content',
  points: 2,
  explain:
    'It wants somebody’s pay sent to another account (“{phrase}”). Ask the colleague in person before anything is changed.',
  run(message, context) {
    const [hit] = tells(message, context, 'bank-change');
    const whole = `${message.subject}\n${message.text}`;
    return hit && message.text.length < 1200 && WAGE.test(whole) && MINE.test(whole)
      ? { phrase: hit.phrase }
      : undefined;
  },
});

const WAGE = new RegExp(
  [
    String.raw`\b(?:salar\w{1,4}|payroll|pay ?che(?:ck|que)|direct deposit|pay ?day|wages?|gehalt|lohn|salaire|paie|nómina|sueldo|salário|stipendio|salaris|loon)\b`,
    '工资|薪资|薪資|給与|給料|급여|зарплат|wynagrodzeni|pensj|wypłat|maaş|راتب|مرتب|薪水|薪[转轉]|月薪|월급',
  ].join('|'),
  'iu',
);
const MINE = new RegExp(
  [
    String.raw`\b(?:my|mein\w{0,2}|mon|ma|mes|mi|mis|meu|minha|mio|mia|mijn|ich|ik|je|yo|eu|vorrei|quisiera|gostaria)\b|мо[йяюе]`,
    String.raw`(?<!\p{L})я(?!\p{L})|moje|mój|moj[aą](?!\p{L})|(?:zmieni|założy)ł[ae]m|راتبي|حسابي|غيرت|أرغب`,
    String.raw`banka\w{0,3}m|我(?![们們司行校院方])|私(?![たど立学])|저는|저의|제가|제 (?=급여|월급|계좌|통장)|고 싶(?:은데|습니다|어요)`,
    'したい(?:の|です|と[思存])',
  ].join('|'),
  'iu',
);

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, lureFinder } from '../../src/checks/lures.ts';
import type { LureList } from '../../src/model.ts';

const lists: LureList[] = [
  { language: 'en', themes: { credential: ['verify your account', 'password'], urgency: ['verify your account'] } },
  { language: 'zh', themes: { credential: ['密码过期'] } },
];
const find = lureFinder(lists);
const phrases = (text: string) => [...new Set(find(text).map(({ phrase }) => phrase))];

describe('lureFinder', () => {
  it('finds a phrase in each theme that has it, and tells where it stands', () => {
    expect(find('Please verify your account.')).toEqual([
      { theme: 'credential', language: 'en', phrase: 'verify your account', start: 7, end: 26 },
      { theme: 'urgency', language: 'en', phrase: 'verify your account', start: 7, end: 26 },
    ]);
  });

  it.each([
    ['capitals and broken lines', 'VERIFY\r\n  your\tAccount'],
    ['full-width letters', 'ｖｅｒｉｆｙ your account'],
    ['styled letters', '𝗩𝗲𝗿𝗶𝗳𝘆 your account'],
    ['invisible characters', 'ver\u200bi\u00adfy yo\ufeffur acc\u{e0139}ount'],
    ['accents', 'vérífy yöur accoünt'],
    ['Cyrillic and Greek letters', 'vеrify yоur αccount'],
    ['an l for an i, and a zero for an o', 'verlfy y0ur acc0unt'],
    ['dashes', 'verify-your‑account'],
    ['quotation marks', '“verify” your ‘account’'],
  ])('sees through %s', (_, text) => {
    expect(phrases(text)).toEqual(['verify your account']);
  });

  it('reads Chinese across blanks and line breaks, and inside of a sentence', () => {
    expect(phrases('您的密码\n过 期了')).toEqual(['密码过期']);
  });

  it('finds whole words only', () => {
    expect(phrases('passwords and mypassword')).toEqual([]);
    expect(phrases('(password)')).toEqual(['password']);
  });

  it('tells a phrase that is repeated without end for a few places only', () => {
    expect(find('password '.repeat(5000)).length).toBeLessThanOrEqual(10);
  });

  it('finds two words of a pair near each other, in either order, and shows them as they were written', () => {
    const pairs = lureFinder([
      { language: 'en', themes: {}, words: { account: ['account'], trouble: ['suspen*'], act: ['click here'] } },
      { language: 'de', themes: {}, words: { account: ['konto'], trouble: ['gesperrt'] } },
    ]);
    const told = (text: string) => pairs(text).map(({ theme, phrase }) => `${theme}: ${phrase}`);
    expect(told('Your Account will be SUSPENDED.')).toEqual(['account-problem: account … suspended']);
    expect(told('Suspension of the account')).toEqual(['account-problem: suspension … account']);
    expect(told('Ihr Konto wurde gesperrt, CIick here')).toEqual([
      'call-to-action: click here',
      'account-problem: konto … gesperrt',
    ]);
    // Two languages do not make a sentence, and neither do words that stand far apart.
    expect(told('Konto suspended')).toEqual([]);
    expect(told(`account ${'and so on and on '.repeat(8)} suspended`)).toEqual([]);
  });

  it('takes a starred word as the beginning of others only where it has the star', () => {
    const pairs = lureFinder([{ language: 'en', themes: {}, words: { prize: ['prize'], won: ['win', 'claim*'] } }]);
    expect(pairs('Winter prize')).toEqual([]);
    expect(pairs('prize claimed')).toHaveLength(1);
    expect(pairs('prize exclaimed')).toEqual([]);
  });

  it('finds nothing where there are no phrases', () => {
    expect(lureFinder([])('verify your account')).toEqual([]);
    expect(find('')).toEqual([]);
  });

  it('is found wherever plain words stand around it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ]{0,80}$/), fc.stringMatching(/^[a-z ]{0,80}$/), (before, after) => {
        expect(phrases(`${before}. Verify your account! ${after}`)).toContain('verify your account');
      }),
    );
  });

  it('takes any text, and its hits lie within the folded one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const folded = foldText(text);
        for (const { start, end, phrase } of find(text)) expect(folded.slice(start, end)).toBe(foldText(phrase));
      }),
    );
  });

  it.each([
    ['words', 'the quick brown fox jumps over the lazy dog '.repeat(2500)],
    ['one letter', 'a'.repeat(100_000)],
    ['marks on one letter', `a${'\u0301'.repeat(100_000)}`],
    ['letters that unfold to eighteen', 'ﷺ'.repeat(100_000)],
    ['joined emoji', '👨\u200d👩\u200d'.repeat(25_000)],
    ['Han', '你的邮箱密码即将过期'.repeat(10_000)],
    ['a million blanks', ' '.repeat(1_000_000)],
  ])('is quick on 100 kB of %s', (_, text) => {
    const before = performance.now();
    find(text);
    expect(performance.now() - before).toBeLessThan(1500);
  });
});

describe('foldText', () => {
  it('folds what it has folded to the same again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});

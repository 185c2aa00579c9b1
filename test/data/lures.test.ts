import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LURE_PAIRS, LURE_TALES, LURE_WORD_THEMES } from '../../src/checks/lure-pairs.ts';
import { foldText } from '../../src/checks/lures.ts';
import type { LureList, Theme } from '../../src/model.ts';

const folder = new URL('../../src/data/lures/', import.meta.url);
const lists = readdirSync(folder).map((name) => {
  const list = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as LureList;
  return {
    name,
    language: list.language,
    themes: Object.entries(list.themes),
    words: Object.entries(list.words ?? {}),
  };
});

/** Every theme of the model, and whether lists hold phrases of it; the compiler objects when one is missing here. */
const THEMES: Record<Theme, boolean> = {
  credential: true,
  'account-problem': true,
  payment: true,
  'bank-change': true,
  invoice: true,
  'gift-card': true,
  parcel: true,
  'shared-document': true,
  voicemail: true,
  health: true,
  authority: true,
  tax: true,
  extortion: true,
  callback: true,
  prize: true,
  'advance-fee': true,
  job: true,
  'enable-content': true,
  'file-password': true,
  mailbox: true,
  renewal: true,
  payout: true,
  quotation: true,
  gambling: true,
  cure: true,
  dating: true,
  secrets: false,
  threat: false,
  boss: false,
  'staff-records': false,
  overpayment: false,
  'name-registration': false,
  rental: false,
  complaint: false,
  cheque: false,
  romance: false,
  fortune: false,
  'remote-help': false,
  'payee-alert': false,
  'shipping-papers': false,
  'payment-advice': false,
  investment: false,
  exposure: false,
  'charge-call': false,
  'personal-details': false,
  legacy: false,
  lending: false,
  'escrow-sale': false,
  proposal: false,
  donation: false,
  errand: false,
  'relative-in-need': false,
  'website-offer': false,
  'entry-bill': false,
  begging: false,
  bullion: false,
  'document-login': false,
  'approved-bill': false,
  'listing-at-risk': false,
  'answer-wanted': false,
  urgency: true,
  secrecy: true,
  'call-to-action': true,
};

/** The classes that some pair uses, and those that are a theme by themselves. */
const WORDS = new Set<string>(
  [...[...LURE_PAIRS, ...LURE_TALES].flatMap(([, ...classes]) => classes), ...Object.keys(LURE_WORD_THEMES)].filter(
    (word) => word !== undefined,
  ),
);

/** Frauds that ask for an answer are told in these languages; the others have no words for them yet. */
const ANSWERED_IN = new Set(['de', 'en', 'es', 'fr', 'it', 'nl', 'pt']);
const ANSWER_FRAUD = new Set<string>(
  'approved-above bereaved bullion buyer-sought details donated entry entry-due errand for-sale go-between guest-message held-by intimate lend-me listing-risk loan loan-ease mail-login needy phone-lost proposal riches send-by settle-it site-pitch site-work'.split(
    ' ',
  ),
);

/** Scripts in which two letters are a word. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

describe('lure words', () => {
  it('are there in at least fifteen languages', () => {
    expect(lists.length).toBeGreaterThanOrEqual(15);
  });
});

describe.each(lists)('lures in $name', ({ name, language, themes, words }) => {
  it('lie in the file of their language', () => {
    expect(name).toBe(`${language}.json`);
  });

  it('tell every theme, and none that the model does not know', () => {
    expect(themes.map(([theme]) => theme).toSorted()).toEqual(
      Object.entries(THEMES)
        .filter(([, listed]) => listed)
        .map(([theme]) => theme)
        .toSorted(),
    );
  });

  it('have words of every class that a pair asks for, and of no other', () => {
    const classes = words.filter(([, forms = []]) => forms.length > 0).map(([word]) => word);
    expect(classes.filter((word) => !WORDS.has(word))).toEqual([]);
    const missing = [...WORDS].filter((word) => !classes.includes(word));
    expect(missing.filter((word) => ANSWERED_IN.has(language) || !ANSWER_FRAUD.has(word))).toEqual([]);
  });

  it.each(themes)('of the theme %s are sorted, lower case, long enough, and each there once', (_, phrases = []) => {
    expect(phrases).toEqual(phrases.toSorted());
    for (const phrase of phrases) {
      expect(phrase).toBe(phrase.toLowerCase().trim());
      expect(phrase.length, phrase).toBeGreaterThanOrEqual(DENSE.test(phrase) ? 2 : 4);
    }
    const folded = phrases.map(foldText);
    expect(folded.filter((phrase, index) => folded.indexOf(phrase) !== index)).toEqual([]);
  });

  it.each(words)(
    'of the class %s are sorted, lower case, each there once, and stand for themselves',
    (_, forms = []) => {
      expect(forms).toEqual(forms.toSorted());
      for (const form of forms) {
        expect(form).toBe(form.toLowerCase().trim());
        // A star behind two letters would take half a dictionary.
        if (form.endsWith('*')) expect(form.length, form).toBeGreaterThanOrEqual(DENSE.test(form) ? 2 : 4);
      }
      const folded = forms.map(foldText);
      expect(folded.filter((form, index) => folded.indexOf(form) !== index)).toEqual([]);
    },
  );
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/checks/lures.ts';
import type { LureList, Theme } from '../../src/model.ts';

const folder = new URL('../../src/data/lures/', import.meta.url);
const lists = readdirSync(folder).map((name) => {
  const list = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as LureList;
  return { name, language: list.language, themes: Object.entries(list.themes) };
});

/** Every theme of the model; the compiler objects when one is missing here. */
const THEMES: Record<Theme, true> = {
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
  urgency: true,
  secrecy: true,
  'call-to-action': true,
};

describe.each(lists)('lure phrases in $name', ({ name, language, themes }) => {
  it('lie in the file of their language', () => {
    expect(name).toBe(`${language}.json`);
  });

  it('tell every theme, and none that the model does not know', () => {
    expect(themes.map(([theme]) => theme).toSorted()).toEqual(Object.keys(THEMES).toSorted());
  });

  it.each(themes)('of the theme %s are sorted, lower case, long enough, and each there once', (_, phrases = []) => {
    expect(phrases).toEqual(phrases.toSorted());
    for (const phrase of phrases) {
      expect(phrase).toBe(phrase.toLowerCase().trim());
      expect(phrase.length, phrase).toBeGreaterThanOrEqual(/\p{Script=Han}/u.test(phrase) ? 2 : 4);
    }
    const folded = phrases.map(foldText);
    expect(folded.filter((phrase, index) => folded.indexOf(phrase) !== index)).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phraseTrie } from '../../src/checks/phrase-trie.ts';

const found = (phrases: string[], text: string, start = 0): [string, number][] => {
  const met: [string, number][] = [];
  phraseTrie(phrases).phrasesAt(text, start, (phrase, end) => met.push([phrases[phrase] as string, end]));
  return met;
};

describe('phraseTrie', () => {
  it('tells every phrase that begins at a place, the shortest first', () => {
    expect(found(['verify your account', 'verify', 'your'], 'please verify your account now', 7)).toEqual([
      ['verify', 13],
      ['verify your account', 26],
    ]);
  });

  it('finds nothing where none begins, behind the end, and for no phrases at all', () => {
    expect(found(['verify'], 'please verify', 0)).toEqual([]);
    expect(found(['verify'], 'verify', 6)).toEqual([]);
    expect(found([], 'verify')).toEqual([]);
    expect(found([''], 'verify')).toEqual([]);
  });

  it('finds what startsWith finds, for any phrases in any script', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'ab 码过é\u{1d5e9}'), maxLength: 6 });
    fc.assert(
      fc.property(fc.uniqueArray(letters, { maxLength: 30 }), letters, fc.nat(5), (phrases, text, start) => {
        const expected = phrases.filter((phrase) => phrase !== '' && text.startsWith(phrase, start));
        expect(found(phrases, text, start).map(([phrase]) => phrase)).toEqual(
          expected.toSorted((a, b) => a.length - b.length),
        );
      }),
    );
  });

  it('holds many phrases', () => {
    const phrases = Array.from({ length: 20_000 }, (_, number) => `phrase ${number} of many`);
    expect(found(phrases, 'phrase 19999 of many')).toEqual([['phrase 19999 of many', 20]]);
  });
});

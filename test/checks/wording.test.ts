import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tellingWords, wordingBuckets, wordingScore, wordingStrength } from '../../src/checks/wording.ts';
import type { WordingModel } from '../../src/model.ts';
import { message } from '../helpers/evidence.ts';

const BUCKETS = 1 << 12;
const bucketsOf = (text: string) => wordingBuckets(message({ text }), BUCKETS);

/** A model that knows one text as a lure. */
function modelOf(lure: string): WordingModel {
  const weights = new Int8Array(BUCKETS);
  for (const bucket of bucketsOf(lure)) weights[bucket] = 100;
  return { weights, scale: 0.01, bias: 0, from: 0, to: 5 };
}

describe('wording', () => {
  it('is the same however letters are dressed up', () => {
    expect(bucketsOf('VERIFY your Account')).toEqual(bucketsOf('vеrify yоur αccount'));
  });

  it('does not look at addresses, links, numbers, and the slots of a template', () => {
    const plain = bucketsOf('pay   now');
    for (const name of ['ada@hospital.example', 'https://evil.test/pay?x=1', 'www.evil.test', '{{user_name}}']) {
      expect(bucketsOf(`pay ${name} now`), name).toEqual(plain);
    }
    expect(bucketsOf('invoice 4711 of 2026')).toEqual(bucketsOf('invoice 12 of 1'));
  });

  it('reads only what a reader sees first, so that a tail of honest text dilutes nothing', () => {
    const lure = 'Your mailbox is full and will be closed. '.repeat(20);
    expect(bucketsOf(lure + 'The garden has apple trees and a pond. '.repeat(200))).toEqual(bucketsOf(lure));
  });

  it('scores a text by its likeness, and names the words that make it', () => {
    const model = modelOf('please verify your mailbox');
    const near = message({ text: 'Kindly verify the mailbox today' });
    expect(wordingScore(near, model)).toBeGreaterThan(wordingScore(message({ text: 'Lunch at noon, Ada' }), model));
    expect(tellingWords(near, model, 2).toSorted()).toEqual(['mailbox', 'verify']);
  });

  it('counts nothing below the first point and no more than all above the second', () => {
    const range = { from: 1, to: 3 };
    expect([0, 1, 2, 3, 9].map((score) => wordingStrength(score, range))).toEqual([0, 0, 0.5, 1, 1]);
  });

  it('takes any text', () => {
    const model = modelOf('please verify your mailbox');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        expect(Number.isFinite(wordingScore(message({ text }), model))).toBe(true);
        expect(tellingWords(message({ text }), model, 3).length).toBeLessThanOrEqual(3);
      }),
    );
  });
});

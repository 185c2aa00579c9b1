import { describe, expect, it } from 'vitest';
import { wordingOfKnownLures } from '../../../src/checks/content/wording-of-known-lures.ts';
import { wordingBuckets } from '../../../src/checks/wording.ts';
import type { WordingModel } from '../../../src/model.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

const LURE = 'Your mailbox is full. Verify the account at once or it will be closed.';
const weights = new Int8Array(1 << 12);
for (const bucket of wordingBuckets(message({ text: LURE }), weights.length)) weights[bucket] = 100;
const wording: WordingModel = { weights, scale: 0.01, bias: 0, from: 2, to: 6 };
const found = (text: string, model: WordingModel | undefined = wording) =>
  runCheck(wordingOfKnownLures, { messages: [message({ text })] }, knowledge({ lists: { wording: model } }));

describe('wording-of-known-lures', () => {
  it('names the words in which a text resembles known lures', () => {
    expect(found(LURE)?.words).toMatch(/^\p{L}+(?:”, “\p{L}+){1,3}$/u);
  });
  it('lets other texts pass', () => {
    expect(found('The garden behind the house has apple trees, and a pond with frogs in it.')).toBeUndefined();
  });
  it('lets a text pass that is too short to have a wording', () => {
    expect(found('Your mailbox is full.')).toBeUndefined();
  });
  it('says nothing without a model', () => {
    expect(runCheck(wordingOfKnownLures, { messages: [message({ text: LURE })] })).toBeUndefined();
  });
  it('weighs a likeness by how near it is', () => {
    const context = knowledge({ lists: { wording } });
    const strength = (text: string) => wordingOfKnownLures.strength?.(message({ text }), context as never) ?? 0;
    expect(strength(LURE)).toBeGreaterThan(strength('The mailbox of the house is full of apples, says Ada.'));
  });
});

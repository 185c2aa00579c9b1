import { describe, expect, it } from 'vitest';
import { storyToldOverAndOver } from '../../../src/checks/content/story-told-over-and-over.ts';
import { message, runCheck } from '../../helpers/evidence.ts';
import { knowing, plainText } from '../../helpers/lures.ts';

const phrases = ['wallet is locked', 'verify the wallet', 'recovery phrase', 'restore access'];
const known = knowing({ credential: phrases });
const found = (text: string, parts = {}) =>
  runCheck(storyToldOverAndOver, { messages: [message({ from: 'x@school.test', text, ...parts })] }, known);

describe('story-told-over-and-over', () => {
  it('catches a text that tells nothing else', () => {
    expect(found('Your wallet is locked. Verify the wallet: enter the recovery phrase to restore access.')?.times).toBe(
      '4',
    );
  });
  it('lets a notice pass that says it once', () => {
    expect(found('The wallet is locked, says Ada.')).toBeUndefined();
  });
  it('lets an answer pass', () => {
    const text = 'Wallet is locked? Verify the wallet, find the recovery phrase, restore access.\n> Help!';
    expect(found(text, { isReply: true })).toBeUndefined();
  });
  it('lets a long text pass', () => {
    expect(found(`${phrases.join('. ')} ${plainText(3000)}`)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { fortuneForAnAnswer } from '../../../src/checks/content/fortune-for-an-answer.ts';
import { message, runCheck } from '../../helpers/evidence.ts';
import { speaking } from '../../helpers/lures.ts';

const known = speaking({
  fund: ['inheritance', 'million'],
  beneficiary: ['widow', 'orphans', 'god'],
  answer: ['reply to me', 'let me know', 'send me'],
});

describe('fortune-for-an-answer', () => {
  it('catches a fortune for an answer', () => {
    const mail = message({
      text: 'I am a widow. God wants my inheritance of 6 million to go to orphans. Reply to me.',
    });
    expect(runCheck(fortuneForAnAnswer, { messages: [mail] }, known)).toBeDefined();
  });

  it.each(['400만 유로', '百分之三十', '四割'])('knows a sum written as %s', (sum) => {
    const mail = message({ text: `I am a widow. God wants my inheritance (${sum}) to go to orphans. Reply to me.` });
    expect(runCheck(fortuneForAnAnswer, { messages: [mail] }, known)).toBeDefined();
  });

  it('lets a charity pass that asks for a gift', () => {
    const mail = message({ text: 'Your gift of 20 $ feeds orphans for a week.' });
    expect(runCheck(fortuneForAnAnswer, { messages: [mail] }, known)).toBeUndefined();
  });

  it('lets a notary pass who wants nothing more', () => {
    const mail = message({ text: 'The inheritance of your aunt was settled; the widow has the letter.' });
    expect(runCheck(fortuneForAnAnswer, { messages: [mail] }, known)).toBeUndefined();
  });
});

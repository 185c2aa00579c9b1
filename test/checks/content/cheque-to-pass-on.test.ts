import { describe, expect, it } from 'vitest';
import { chequeToPassOn } from '../../../src/checks/content/cheque-to-pass-on.ts';
import { message, runCheck } from '../../helpers/evidence.ts';
import { speaking } from '../../helpers/lures.ts';

const known = speaking({
  cheque: ['cheque'],
  'deposit-it': ['deposit it', 'the remainder'],
});

describe('cheque-to-pass-on', () => {
  it('catches a cheque of which part is to go on', () => {
    const mail = message({ text: 'We mail a cheque. Deposit it, keep your pay and wire the remainder.' });
    expect(runCheck(chequeToPassOn, { messages: [mail] }, known)).toBeDefined();
  });

  it('lets a charity pass that takes cheques', () => {
    const mail = message({ text: 'You can give by card or by cheque at the desk.' });
    expect(runCheck(chequeToPassOn, { messages: [mail] }, known)).toBeUndefined();
  });
});

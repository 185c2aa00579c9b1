import { describe, expect, it } from 'vitest';
import { overpayment } from '../../../src/checks/content/overpayment.ts';
import { message, runCheck } from '../../helpers/evidence.ts';
import { speaking } from '../../helpers/lures.ts';

const known = speaking({
  overpaid: ['paid twice', 'the difference'],
  'send-back': ['refund the', 'send back'],
  answer: ['reply to me', 'let me know', 'send me'],
});

describe('overpayment', () => {
  it('catches a payment made twice that is to come back', () => {
    const mail = message({ text: 'By mistake we paid twice. Please refund the second one today and let me know.' });
    expect(runCheck(overpayment, { messages: [mail] }, known)).toBeDefined();
  });

  it('lets a shop pass that pays back by itself and asks for nothing', () => {
    const mail = message({ text: 'You paid twice; we refund the second payment this week.' });
    expect(runCheck(overpayment, { messages: [mail] }, known)).toBeUndefined();
  });

  it('lets a difference of opinion pass', () => {
    const mail = message({ text: 'Let me know what the difference between the two models is.' });
    expect(runCheck(overpayment, { messages: [mail] }, known)).toBeUndefined();
  });
});

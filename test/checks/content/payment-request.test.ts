import { describe, expect, it } from 'vitest';
import { paymentRequest } from '../../../src/checks/content/payment-request.ts';
import { message, runCheck } from '../../helpers/evidence.ts';
import { knowing, plainText } from '../../helpers/lures.ts';

const known = knowing(
  { payment: ['process a payment'], urgency: ['immediately'], secrecy: ['keep this confidential'] },
  { payment: ['安排汇款'], urgency: ['马上'] },
);

describe('payment-request', () => {
  it('catches a payment in haste', () => {
    const mail = message({ text: 'I need you to process a payment. Do it immediately.' });
    expect(runCheck(paymentRequest, { messages: [mail] }, known)).toEqual({
      phrase: 'process a payment',
      pressure: 'immediately',
    });
  });

  it('catches it in Chinese, and in an answer: stolen threads are answered in', () => {
    const mail = message({ isReply: true, text: '请马上安排汇款' });
    expect(runCheck(paymentRequest, { messages: [mail] }, known)).toEqual({ phrase: '安排汇款', pressure: '马上' });
  });

  it('lets a request without haste or silence pass', () => {
    const mail = message({ text: 'Could you process a payment for the flowers when you are back? Thanks!' });
    expect(runCheck(paymentRequest, { messages: [mail] }, known)).toBeUndefined();
  });

  it('lets a report pass that wants nothing of its reader', () => {
    const mail = message({ text: `To process a payment they need the form immediately. ${plainText(2000)}` });
    expect(runCheck(paymentRequest, { messages: [mail] }, known)).toBeUndefined();
  });

  it('lets haste about something else in a long letter pass', () => {
    const mail = message({ text: `We process a payment once a month. ${plainText(2000)} Call the ward immediately.` });
    expect(runCheck(paymentRequest, { messages: [mail] }, known)).toBeUndefined();
  });
});

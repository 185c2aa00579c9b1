import { describe, expect, it } from 'vitest';
import { bankDetailsChange } from '../../../src/checks/content/bank-details-change.ts';
import { message, runCheck } from '../../helpers/evidence.ts';
import { knowing, plainText } from '../../helpers/lures.ts';

const known = knowing(
  {
    'bank-change': ['our bank details have changed', 'new bank account details'],
    parcel: ['parcel'],
    prize: ['you won'],
  },
  { 'bank-change': ['变更收款账户'] },
);

describe('bank-details-change', () => {
  it('catches new details for an invoice, without any link', () => {
    const mail = message({ text: 'Our bank details have changed. Please use them for invoice 42.' });
    expect(runCheck(bankDetailsChange, { messages: [mail] }, known)).toEqual({
      phrase: 'our bank details have changed',
    });
  });

  it('catches it in the answer of a known thread: that is how it is done', () => {
    const mail = message({ isReply: true, text: 'One more thing: our bank details have changed for this payment.' });
    expect(runCheck(bankDetailsChange, { messages: [mail] }, known)).toBeDefined();
  });

  it('catches it in Chinese', () => {
    const mail = message({ text: '我司变更收款账户,请将货款汇至新账户' });
    expect(runCheck(bankDetailsChange, { messages: [mail] }, known)).toEqual({ phrase: '变更收款账户' });
  });

  it('lets a bank pass that tells its customer of a new account: nobody is to pay', () => {
    const mail = message({ text: 'Welcome! Your new bank account details are in the app.' });
    expect(runCheck(bankDetailsChange, { messages: [mail] }, known)).toBeUndefined();
  });

  it('lets an answer pass that only quotes the change', () => {
    const mail = message({
      isReply: true,
      text: 'I rang them, it was a fraud.\n> our bank details have changed\n> invoice',
    });
    expect(runCheck(bankDetailsChange, { messages: [mail] }, known)).toBeUndefined();
  });

  it('lets a security newsletter pass: it is long, names fraud and tells many stories', () => {
    const stories = knowing({
      'bank-change': ['our bank details have changed'],
      parcel: ['your parcel is waiting'],
      prize: ['you have won'],
      'gift-card': ['gift cards'],
      credential: ['your password expires'],
    });
    const text = `Phishing this month: "our bank details have changed" (invoice fraud), "your parcel is waiting",
      "you have won", bosses who want gift cards, "your password expires". ${plainText(1500)}`;
    expect(runCheck(bankDetailsChange, { messages: [message({ text })] }, stories)).toBeUndefined();
  });
});

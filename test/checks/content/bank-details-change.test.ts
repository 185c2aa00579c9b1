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

  it('catches it where only the language’s own word for money stands beside it', () => {
    const asian = knowing({}, { 'bank-change': ['振込先の変更', '계좌 변경'] });
    for (const text of [
      '振込先の変更について。今月から新口座へ送金してください。',
      '계좌 변경 안내드립니다. 대금은 이쪽으로 보내 주세요.',
    ]) {
      expect(runCheck(bankDetailsChange, { messages: [message({ text })] }, asian)).toBeDefined();
    }
  });

  it.each([
    '变更收款账户须由本人携带身份证到财务办理工资手续,我们不受理邮件申请。',
    'メールで振込先の変更をお願いすることはございません。',
    '급여 계좌 변경은 방문하셔야 하며 메일이나 전화로는 변경해 드리지 않습니다.',
  ])('lets pass who takes no change by mail: %s', (text) => {
    const asian = knowing({}, { 'bank-change': ['变更收款账户', '振込先の変更', '계좌 변경'] });
    expect(runCheck(bankDetailsChange, { messages: [message({ text })] }, asian)).toBeUndefined();
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

import { describe, expect, it } from 'vitest';
import { callbackInDocument } from '../../../src/checks/attachment/callback-in-document.ts';
import { attachment, message, runCheck } from '../../helpers/evidence.ts';
import { knowing, plainText } from '../../helpers/lures.ts';

const known = knowing(
  { callback: ['did not authorize', 'call our helpline', 'amount charged', 'invoice no', 'contact us at'] },
  { callback: ['扣款', '如非本人', '致电客服'] },
);

function check(content: string, type = 'pdf', parts: Parameters<typeof message>[0] = {}) {
  const messages = [message({ from: 'bo@gmail.com', ...parts })];
  return runCheck(callbackInDocument, { messages, attachments: [attachment('bill.pdf', { type, content })] }, known);
}
const bill = 'Amount charged: $299. If you did not authorize this, call our helpline: +1 (202) 555-0147';

describe('callback-in-document', () => {
  it('catches a bill with a number to undo it', () => {
    expect(check(bill)).toEqual({ name: 'bill.pdf', phrase: 'did not authorize' });
  });

  it('catches it in Chinese, and in an invitation', () => {
    expect(check('扣款299元，如非本人，致电客服 +1 (202) 555-0147')).toBeDefined();
    expect(check(bill, 'ics')).toBeDefined();
  });

  it('catches a known house’s bill that somebody else sends', () => {
    expect(check(`PayPal. ${bill}`, 'pdf', { from: 'bo@strange.example' })).toBeDefined();
    expect(check(`PayPal. ${bill}`, 'pdf', { from: 'service@paypal.com' })).toBeUndefined();
  });

  it('lets a supplier’s bill pass, with its numbers and its telephone', () => {
    const honest = 'Amount charged: $299. Invoice no. 7. Contact us at +1 (202) 555-0147';
    expect(check(honest)).toBeUndefined();
    expect(check(bill, 'pdf', { from: 'bo@supplier.example' })).toBeUndefined();
  });

  it('lets a bill with one such phrase, or without a number pass', () => {
    expect(check('You paid $299. Questions? call our helpline: +1 (202) 555-0147')).toBeUndefined();
    expect(check('You paid $299. If you did not authorize this, call our helpline.')).toBeUndefined();
  });

  it('lets long papers and answers pass', () => {
    expect(check(`${plainText(6_000)} ${bill}`)).toBeUndefined();
    expect(check(bill, 'pdf', { isReply: true, subject: 'Re: bill' })).toBeUndefined();
  });
});

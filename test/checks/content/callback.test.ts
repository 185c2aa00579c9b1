import { describe, expect, it } from 'vitest';
import { callback } from '../../../src/checks/content/callback.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';
import { knowing } from '../../helpers/lures.ts';

const known = knowing(
  { callback: ['has been renewed', 'will be charged', 'to cancel', 'call us'] },
  { callback: ['自动续费', '将扣除', '请致电'] },
);
const text = 'Your antivirus has been renewed. $399.99 will be charged today. To cancel, call us at +1 (888) 555-0123.';

describe('callback', () => {
  it('catches a charge that only a telephone call stops', () => {
    expect(runCheck(callback, { messages: [message({ from: 'billing@mail.example', text })] }, known)).toEqual({
      phrase: 'has been renewed',
    });
  });

  it('catches it in Chinese', () => {
    const mail = message({ text: '您的会员将自动续费,将扣除 399 元。如需取消请致电 400-555-0123' });
    expect(runCheck(callback, { messages: [mail] }, known)).toEqual({ phrase: '自动续费' });
  });

  it('lets a real receipt pass: it links to the shop that sent it', () => {
    const mail = message({ from: 'billing@shop.example', text });
    expect(
      runCheck(callback, { messages: [mail], links: [link('https://shop.example/orders/1')] }, known),
    ).toBeUndefined();
  });

  it('lets an order number pass that is no telephone number', () => {
    const mail = message({ text: 'It has been renewed. $5 will be charged. To cancel order 8885550123 call us.' });
    expect(runCheck(callback, { messages: [mail] }, known)).toBeUndefined();
  });

  it('lets a colleague pass who leaves a number and no story of a charge', () => {
    const mail = message({ text: 'My contract has been renewed! Call me: +44 20 7946 0123' });
    expect(runCheck(callback, { messages: [mail] }, known)).toBeUndefined();
  });
});

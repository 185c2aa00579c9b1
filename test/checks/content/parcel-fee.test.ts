import { describe, expect, it } from 'vitest';
import { parcelFee } from '../../../src/checks/content/parcel-fee.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';
import { knowing, plainText } from '../../helpers/lures.ts';

const known = knowing(
  { parcel: ['your parcel is on hold', 'customs fee', 'track your parcel'], 'call-to-action': ['click here'] },
  { parcel: ['包裹无法派送', '更新地址'] },
);
const pay = link('https://parcel-pay.example/x');

describe('parcel-fee', () => {
  it('catches a text message about a fee', () => {
    const text = message({
      form: 'pasted',
      text: 'Your parcel is on hold, pay the customs fee: https://parcel-pay.example/x',
    });
    expect(runCheck(parcelFee, { messages: [text], links: [pay] }, known)).toEqual({
      phrase: 'your parcel is on hold',
    });
  });

  it('catches a line that says only one of its phrases', () => {
    const text = message({ form: 'pasted', text: 'Your parcel is on hold https://parcel-pay.example/x' });
    expect(runCheck(parcelFee, { messages: [text], links: [pay] }, known)).toBeDefined();
  });

  it('catches it in Chinese', () => {
    const text = message({ text: '您的包裹无法派送,请更新地址' });
    expect(runCheck(parcelFee, { messages: [text], links: [pay] }, known)).toEqual({ phrase: '包裹无法派送' });
  });

  it('lets the parcel service itself pass: its links lead home', () => {
    const mail = message({ from: 'noreply@dhl.de', text: 'Your parcel is on hold at the depot. Customs fee: none.' });
    expect(runCheck(parcelFee, { messages: [mail], links: [link('https://www.dhl.de/track')] }, known)).toBeUndefined();
  });

  it('lets a shop’s long confirmation pass that offers tracking once', () => {
    const mail = message({ text: `Thank you for your order. ${plainText(800)} Track your parcel: click here.` });
    expect(runCheck(parcelFee, { messages: [mail], links: [link('https://shop.example/o/1')] }, known)).toBeUndefined();
  });
});

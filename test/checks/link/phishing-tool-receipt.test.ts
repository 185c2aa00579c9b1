import { describe, expect, it } from 'vitest';
import { phishingToolReceipt } from '../../../src/checks/link/phishing-tool-receipt.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';

const found = (url: string, from = 'it@desk.test') =>
  runCheck(phishingToolReceipt, { messages: [message({ from })], links: [link(url)] });

describe('phishing-tool-receipt', () => {
  it('catches the number that the tool gives to each reader', () => {
    expect(found('https://portal-update.test/?rid=a8Kd3Fz')).toEqual({
      host: 'portal-update.test',
      receipt: 'rid=a8Kd3Fz',
    });
  });
  it('lets a shop’s reference pass', () => {
    expect(found('https://shop.test/order?id=7&rid=a8Kd3Fz')).toBeUndefined();
    expect(found('https://shop.test/?rid=4711')).toBeUndefined();
  });
  it('lets the sender’s own site pass', () => {
    expect(found('https://shop.test/?rid=a8Kd3Fz', 'news@shop.test')).toBeUndefined();
  });
});

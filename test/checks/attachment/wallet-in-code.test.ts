import { describe, expect, it } from 'vitest';
import { walletInCode } from '../../../src/checks/attachment/wallet-in-code.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('wallet-in-code', () => {
  it('catches a wallet', () => {
    const file = attachment('pay.png', { content: '[QR: payment to a crypto wallet] bitcoin:bc1qexample?amount=0.1' });
    expect(runCheck(walletInCode, { attachments: [file] })).toEqual({ name: 'pay.png' });
  });
  it('lets a bank’s payment code pass, and a bill that names a wallet in words', () => {
    for (const content of ['[QR: payment order] BCD', 'We do not take bitcoin: cash only']) {
      expect(runCheck(walletInCode, { attachments: [attachment('bill.pdf', { content })] })).toBeUndefined();
    }
  });
});

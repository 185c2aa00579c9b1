import { describe, expect, it } from 'vitest';
import { findWallet, NAMES_COIN } from '../../../src/checks/content/wallet.ts';

// Addresses that the standards themselves print as examples, and the one in Bitcoin's first block.
const VALID = [
  '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
  'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
  'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
  '0x00000000219ab540356cBB839Cbe05303d7705Fa',
];

describe('findWallet', () => {
  it.each(VALID)('finds %s', (address) => {
    expect(findWallet(`send it to ${address}.`)).toBe(address);
  });

  it('does not take one with a wrong letter, or a long order number', () => {
    expect(findWallet('1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb')).toBeUndefined();
    expect(findWallet('bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5')).toBeUndefined();
    expect(findWallet('1234567891234567891234567891')).toBeUndefined();
  });

  it('is quick on a text made of candidates', () => {
    const before = performance.now();
    findWallet('1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb '.repeat(3000));
    expect(performance.now() - before).toBeLessThan(1000);
  });

  it('knows the names of coins as words of their own', () => {
    expect(NAMES_COIN.test('pay in BTC')).toBe(true);
    expect(NAMES_COIN.test('請支付比特幣')).toBe(true);
    expect(NAMES_COIN.test('ビットコインで支払え')).toBe(true);
    expect(NAMES_COIN.test('비트코인으로 보내세요')).toBe(true);
    expect(NAMES_COIN.test('subtracting')).toBe(false);
  });
});

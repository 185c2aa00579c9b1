import { defineCheck } from '../check.ts';
import { fileName } from './names.ts';

/**
 * A code to scan that pays to a crypto wallet: nobody gets such money back, and extortion asks for it so. Payment codes of
 * banks, which honest bills carry, pass.
 */
export const walletInCode = defineCheck({
  id: 'wallet-in-code',
  on: 'attachment',
  group: 'attachment',
  points: 3,
  explain: 'The code in {name} sends money to a crypto wallet. Nobody can get such a payment back.',
  run({ name, content }) {
    return content.includes('[QR: payment to a crypto wallet]') ? { name: fileName(name) || 'the picture' } : undefined;
  },
});

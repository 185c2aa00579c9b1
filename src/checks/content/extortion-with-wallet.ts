import { defineCheck } from '../check.ts';
import { lures } from './demand.ts';
import { findWallet } from './wallet.ts';

/**
 * Blackmail that names the purse to pay into. The purse must be a valid one, since a warning prints none or a crippled
 * one; and the text must be a mail's length, since an article that quotes the blackmail is longer.
 */
export const extortionWithWallet = defineCheck({
  id: 'extortion-with-wallet',
  on: 'message',
  group: 'content',
  points: 5,
  decisive: true,
  explain: 'It threatens you and names an account for digital coins to pay into: {wallet}.',
  run(message, context) {
    if (message.text.length > 12_000 || lures(message, context, 'extortion').length < 4) return;
    const wallet = findWallet(message.text);
    return wallet === undefined ? undefined : { wallet };
  },
});

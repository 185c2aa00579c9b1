import { defineCheck } from '../check.ts';
import { tells } from './asks.ts';
import { findWallet, NAMES_COIN } from './wallet.ts';

/**
 * "I have seen you through your camera, pay in coins": the blackmail in words that no list of phrases has. Security news
 * that names hackers and cameras asks for no coins, and passes.
 */
export const threatToExpose = defineCheck({
  id: 'threat-to-expose',
  on: 'message',
  group: 'content',
  points: 4,
  explain:
    'It threatens to show something of you to others (“{phrase}”) and wants digital coins. Such threats are bluff.',
  run(message, context) {
    const [hit] = tells(message, context, 'exposure');
    if (!hit) return;
    return NAMES_COIN.test(message.text) || findWallet(message.text) ? { phrase: hit.phrase } : undefined;
  },
});

import { defineCheck } from '../check.ts';
import { lures } from './demand.ts';
import { findWallet, NAMES_COIN } from './wallet.ts';

/**
 * Blackmail: at least three of its stock phrases (the break-in, the recording, the contacts, the deadline) and a payment
 * in coins. A warning against such mails tells other stories too, and passes by that.
 */
export const extortion = defineCheck({
  id: 'extortion',
  on: 'message',
  group: 'content',
  points: 5,
  explain:
    'It threatens you (“{phrase}”) and wants to be paid in digital coins. Such threats are sent to thousands and are bluff.',
  run(message, context) {
    const hits = lures(message, context, 'extortion');
    const [first] = hits;
    if (!first || hits.length < 3) return;
    return findWallet(message.text) || NAMES_COIN.test(message.text) ? { phrase: first.phrase } : undefined;
  },
});

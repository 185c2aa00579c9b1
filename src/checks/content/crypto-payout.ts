import { defineCheck } from '../check.ts';
import { baited, lures } from './demand.ts';

/**
 * A payout, profit or give-away in digital coins, and a link to fetch it by. Two phrases are asked for unless the text is
 * short: news about coins has one. An exchange passes whose links all lead home.
 */
export const cryptoPayout = defineCheck({
  id: 'crypto-payout',
  on: 'message',
  group: 'content',
  points: 2,
  explain:
    'It promises coins or profit (“{phrase}”) for a click. Whoever follows is asked to pay in first, or for the keys of a wallet.',
  run(message, context) {
    const hit = baited(message, context, 'payout');
    if (!hit || (message.text.length > 1000 && lures(message, context, 'payout').length < 2)) return;
    return { phrase: hit.phrase };
  },
});

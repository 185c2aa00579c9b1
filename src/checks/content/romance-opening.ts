import { defineCheck } from '../check.ts';
import { asksReply, tells } from './asks.ts';

/**
 * A stranger far away who is lonely and would like an answer. Two of the stock phrases or a wish for an answer are asked
 * for; friends' letters seldom tell of profiles and oil rigs.
 */
export const romanceOpening = defineCheck({
  id: 'romance-opening',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'A stranger from far away seeks your heart (“{phrase}”). Sooner or later such letters ask for money.',
  run(message, context) {
    const hits = tells(message, context, 'romance');
    const [hit] = hits;
    return hit && (hits.length > 1 || asksReply(message, context)) ? { phrase: hit.phrase } : undefined;
  },
});

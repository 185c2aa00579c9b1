import { defineCheck } from '../check.ts';
import { asksReply, tells, wordsOf } from './asks.ts';

/**
 * A stranger far away who is lonely and would like an answer. Four of its words, or three and a wish for an answer, are asked
 * for; friends' letters seldom tell of profiles and oil rigs.
 */
export const romanceOpening = defineCheck({
  id: 'romance-opening',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'A stranger from far away seeks your heart (“{phrase}”). Sooner or later such letters ask for money.',
  run(message, context) {
    const [hit] = tells(message, context, 'romance');
    const told = wordsOf(message, context, 'romance');
    return hit && (told > 3 || (told > 2 && asksReply(message, context))) ? { phrase: hit.phrase } : undefined;
  },
});

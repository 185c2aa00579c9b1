import { defineCheck } from '../check.ts';
import { baited } from './demand.ts';

/**
 * Lonely strangers nearby, behind a link: a way into pay traps and extortion, so a hint only. A friend who writes of a
 * date without a link passes.
 */
export const datingBait = defineCheck({
  id: 'dating-bait',
  on: 'message',
  group: 'content',
  points: 1,
  explain: 'It lures with strangers who want to meet you (“{phrase}”). Behind it are pay traps or blackmail.',
  run(message, context) {
    const hit = baited(message, context, 'dating');
    return hit && { phrase: hit.phrase };
  },
});

import { defineCheck } from '../check.ts';
import { isConversation } from '../strangers.ts';
import { leadsHome, lures, STORIES } from './demand.ts';

/**
 * A short text in which one story comes back again and again: every second line of a lure is the lure. Honest notices
 * say it once and go on to something else. Answers and texts about lures pass.
 */
export const storyToldOverAndOver = defineCheck({
  id: 'story-told-over-and-over',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'Nearly all of it is about one thing (“{phrase}”), told {times} times over in a few lines.',
  run(message, context) {
    if (message.text.length > LONG || isConversation(message, context) || leadsHome(message, context)) return;
    for (const story of STORIES) {
      // A fortune takes many words to tell: `advance-fee` counts them.
      if (story === 'advance-fee') continue;
      const hits = lures(message, context, story);
      if (hits.length >= OFTEN) return { phrase: hits[0]?.phrase ?? '', times: String(hits.length) };
    }
    return;
  },
});

const LONG = 2500;
const OFTEN = 4;

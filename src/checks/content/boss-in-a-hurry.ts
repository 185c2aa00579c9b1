import { defineCheck } from '../check.ts';
import { lures, webLinks } from './demand.ts';

/**
 * "Are you at your desk? I am in a meeting, send me your mobile number": the short opening of a fraud in the name of a
 * superior. Two phrases of secrecy in a few lines without any link; a longer mail with one of them passes.
 */
export const bossInAHurry = defineCheck({
  id: 'boss-in-a-hurry',
  on: 'message',
  group: 'content',
  points: 3,
  explain:
    'A few lines that ask for a quick favour out of sight (“{phrase}”). Frauds in the name of a superior open like this.',
  run(message, context) {
    if (message.text.length > 900 || webLinks(message, context).length > 1) return;
    const hits = lures(message, context, 'secrecy');
    const [first] = hits;
    return first && hits.length > 1 ? { phrase: first.phrase } : undefined;
  },
});

import { defineCheck } from '../check.ts';
import { tells, wordsOf } from './asks.ts';

/**
 * A guest, a booking, a property, and what happens unless somebody signs in or shows a card again: aimed at hotels, and at
 * their guests. Hotels that confirm a stay, and portals that link to themselves, pass.
 */
export const listingAtRisk = defineCheck({
  id: 'listing-at-risk',
  on: 'message',
  group: 'content',
  points: 2,
  explain:
    'It warns that a booking or a listing will be lost unless you identify yourself (“{phrase}”). Open the portal as you always do.',
  run(message, context) {
    const [hit] = tells(message, context, 'listing-at-risk');
    return hit && wordsOf(message, context, 'listing-at-risk') >= 3 && message.text.length < 1500
      ? { phrase: hit.phrase }
      : undefined;
  },
});

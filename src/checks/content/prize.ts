import { defineCheck } from '../check.ts';
import { isStranger } from '../strangers.ts';
import { baited, lures, webLinks } from './demand.ts';

/** A shop's draw is told in so many phrases at the most. */
const OFTEN = 4;

/**
 * A prize, reward or give-away for those who click. One such phrase in a long mail passes, and a few do where the links
 * lead to the sender's own house and the mail names it: honest shops give points, coupons and hold draws.
 */
export const prize = defineCheck({
  id: 'prize',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'It promises a prize or reward (“{phrase}”) for a click. Who did not take part has not won.',
  run(message, context) {
    const hit = baited(message, context, 'prize');
    if (!hit) return;
    const told = lures(message, context, 'prize').length;
    if (message.text.length > 1000 && told < 2) return;
    // Without a link nothing is known of the house: then the story counts.
    if (told < OFTEN && webLinks(message, context).length > 0 && !isStranger(message, context)) return;
    return { phrase: hit.phrase };
  },
});

import { defineCheck } from '../check.ts';
import { baited, lures } from './demand.ts';

/** A prize, reward or give-away for those who click. One such phrase in a long mail passes: honest shops
 * give points and hold draws. */
export const prize = defineCheck({
  id: 'prize',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'It promises a prize or reward (“{phrase}”) for a click. Who did not take part has not won.',
  run(message, context) {
    const hit = baited(message, context, 'prize');
    if (!hit || (message.text.length > 1000 && lures(message, context, 'prize').length < 2)) return;
    return { phrase: hit.phrase };
  },
});

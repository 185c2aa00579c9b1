import { defineCheck } from '../check.ts';
import { tells } from './asks.ts';
import { webLinks } from './demand.ts';

/**
 * A lost telephone, a new number, a stolen bag abroad, and money to be lent or paid at once: a relative's or a friend's
 * emergency. A new number alone, and a child that wants the school trip paid, pass.
 */
export const relativeInNeed = defineCheck({
  id: 'relative-in-need',
  on: 'message',
  group: 'content',
  points: 3,
  explain:
    'Somebody in need, with a new number or without a telephone, wants money from you (“{phrase}”). Call the person on the number that you have.',
  run(message, context) {
    const [hit] = tells(message, context, 'relative-in-need');
    return hit && message.text.length < 1500 && webLinks(message, context).length === 0
      ? { phrase: hit.phrase }
      : undefined;
  },
});

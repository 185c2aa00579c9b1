import { defineCheck } from '../check.ts';
import { freeMailDoubt, tells, wordsOf } from './asks.ts';
import { webLinks } from './demand.ts';

/**
 * A loan on easy terms from a mailbox that anyone can open, or with answers going to one. Lenders write from their house;
 * a list that discusses interest, and a house that lends under its own name, pass.
 */
export const loanFromAStranger = defineCheck({
  id: 'loan-from-a-stranger',
  on: 'message',
  group: 'content',
  points: 3,
  explain:
    'It offers a loan on easy terms (“{phrase}”), but {doubt}. Lenders of that kind ask for fees and pay nothing.',
  run(message, context) {
    const [hit] = tells(message, context, 'lending');
    if (!hit || wordsOf(message, context, 'lending') < 3 || webLinks(message, context).length > 1) return;
    const doubt = freeMailDoubt(message, context);
    return doubt ? { phrase: hit.phrase, doubt } : undefined;
  },
});

import { defineCheck } from '../check.ts';
import { asksReply, tells, wordsOf } from './asks.ts';

/**
 * Somebody paid too much and wants the difference back: the payment was a forged cheque or never came, the difference is
 * real money. A shop that gives money back itself passes: it asks for nothing.
 */
export const overpayment = defineCheck({
  id: 'overpayment',
  on: 'message',
  group: 'content',
  points: 2,
  explain:
    'It speaks of money paid too much that you are to send back or on (“{phrase}”). The first payment often turns out false.',
  run(message, context) {
    const [hit] = tells(message, context, 'overpayment');
    return hit && (asksReply(message, context) || wordsOf(message, context, 'overpayment') >= 3)
      ? { phrase: hit.phrase }
      : undefined;
  },
});

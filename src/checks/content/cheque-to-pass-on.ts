import { defineCheck } from '../check.ts';
import { tells } from './asks.ts';

/**
 * A cheque that comes in the post, part of it to keep and the rest to pass on: the cheque bounces weeks later. A charity
 * that takes cheques passes.
 */
export const chequeToPassOn = defineCheck({
  id: 'cheque-to-pass-on',
  on: 'message',
  group: 'content',
  points: 3,
  explain:
    'It sends a cheque that you are to cash and pass on in part (“{phrase}”). Such cheques bounce when the money is gone.',
  run(message, context) {
    const [hit] = tells(message, context, 'cheque');
    return hit ? { phrase: hit.phrase } : undefined;
  },
});

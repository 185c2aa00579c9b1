import { defineCheck } from '../check.ts';
import { asksReply, tells } from './asks.ts';

/**
 * A list of staff with their taxes, or of customers with what they owe, to be sent by mail. Whoever has it can write to all
 * of them. A report that somebody sends, and does not ask for, passes; so do answers.
 */
export const staffListRequest = defineCheck({
  id: 'staff-list-request',
  on: 'message',
  group: 'content',
  points: 3,
  explain: 'It asks for a list of people and their money (“{phrase}”) by mail. Make sure by phone who wants it.',
  run(message, context) {
    const [hit] = tells(message, context, 'staff-records');
    return hit && message.text.length < 1500 && asksReply(message, context) ? { phrase: hit.phrase } : undefined;
  },
});

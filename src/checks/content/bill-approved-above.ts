import { defineCheck } from '../check.ts';
import { tells } from './asks.ts';
import { webLinks } from './demand.ts';

/**
 * A bill to be paid at once because somebody high up has approved it already, as a mail below shows that nobody else has
 * seen. Colleagues pass, and so do answers in a thread of one's own.
 */
export const billApprovedAbove = defineCheck({
  id: 'bill-approved-above',
  on: 'message',
  group: 'content',
  points: 2,
  explain:
    'A stranger wants a bill paid and says that somebody above you has approved it (“{phrase}”). Ask that person by telephone.',
  run(message, context) {
    const [hit] = tells(message, context, 'approved-bill');
    return hit && webLinks(message, context).length === 0 && message.text.length < 1500
      ? { phrase: hit.phrase }
      : undefined;
  },
});

import { defineCheck } from '../check.ts';
import { tells, wordsOf } from './asks.ts';
import { webLinks } from './demand.ts';

/**
 * A great sum, a death or a flight that left it without an owner, and the reader who is to receive, claim or share it: the
 * advance-fee letter, whoever the dead are this year. Solicitors who trace heirs ask for papers at their office and name
 * no share; charities that thank for a legacy, and lists that talk of such letters in an answer, pass.
 */
export const legacyToShare = defineCheck({
  id: 'legacy-to-share',
  on: 'message',
  group: 'content',
  points: 3,
  explain:
    'It tells of a fortune without an owner and wants you to receive or share it (“{phrase}”). There is none; the costs that come are the fraud.',
  run(message, context) {
    const [hit] = tells(message, context, 'legacy');
    if (!hit || webLinks(message, context).length > 1) return;
    return wordsOf(message, context, 'legacy') >= 4 ? { phrase: hit.phrase } : undefined;
  },
});

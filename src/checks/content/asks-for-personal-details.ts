import { defineCheck } from '../check.ts';
import { tells, wordsOf } from './asks.ts';
import { webLinks } from './demand.ts';
import { moneyForPersonalDetails } from './money-for-personal-details.ts';

/**
 * A list of what a stranger wants to know: name, address, telephone, and with them age, occupation, next of kin or a copy
 * of the passport. Fraudsters keep files of the people that answer. Signatures list telephone and address only, and pass;
 * so do forms at the sender's own site and answers.
 */
export const asksForPersonalDetails = defineCheck({
  id: 'asks-for-personal-details',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'It asks for a list of personal details by mail (“{phrase}”).',
  run(message, context) {
    const [hit] = tells(message, context, 'personal-details');
    if (!hit || webLinks(message, context).length > 0) return;
    // Where it is asked for in return for money, that is said already.
    if (moneyForPersonalDetails.run(message, context)) return;
    return wordsOf(message, context, 'personal-details') >= 4 ? { phrase: hit.phrase } : undefined;
  },
});

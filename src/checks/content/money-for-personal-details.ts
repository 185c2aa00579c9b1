import { defineCheck } from '../check.ts';
import { tells, wordsOf } from './asks.ts';
import { webLinks } from './demand.ts';

/**
 * Money, a prize or a loan on the one hand, and on the other a list of personal details to be sent back by mail. Each alone
 * happens; a club that pays out its raffle, or an employer that fills in a form, does not join the two with a sum.
 */
export const moneyForPersonalDetails = defineCheck({
  id: 'money-for-personal-details',
  on: 'message',
  group: 'content',
  points: 3,
  explain:
    'It promises money (“{money}”) and asks for your personal details (“{details}”). Who answers will be asked to pay.',
  run(message, context) {
    const [money] = tells(message, context, 'legacy', 'lending', 'fortune', 'advance-fee', 'prize', 'payout');
    const [details] = tells(message, context, 'personal-details');
    if (!money || !details || webLinks(message, context).length > 1) return;
    if (wordsOf(message, context, 'personal-details') < 3 || !SUM.test(message.text)) return;
    return { money: money.phrase, details: details.phrase };
  },
});

const SUM =
  /[$€£]\s?\d|\d\s?(?:[$€£]|usd|eur|gbp|dollar|euro|pound|million|mio)|\d{1,3}(?:[.,' ]\d{3}){1,3}|\bmill?i[oõó]n|\bmiljoen|\bmilhões|\bmilioni/i;

import { defineCheck } from '../check.ts';
import { leadsHome, lures, webLinks } from './demand.ts';

/**
 * A great sum that somebody has given away to whoever reads it. Charities thank for donations and ask for them, in smaller
 * sums and the other way round; they pass.
 */
export const donationToYou = defineCheck({
  id: 'donation-to-you',
  on: 'message',
  group: 'content',
  points: 3,
  explain: 'Somebody is said to have given you a great sum (“{phrase}”). Who answers will be asked for fees.',
  run(message, context) {
    const [hit] = message.isReply ? [] : lures(message, context, 'donation');
    if (!hit || message.text.length > 4000 || leadsHome(message, context)) return;
    return webLinks(message, context).length < 3 && GREAT_SUM.test(`${message.subject} ${message.text}`)
      ? { phrase: hit.phrase }
      : undefined;
  },
});

const GREAT_SUM = /\d{1,3}(?:[.,' ]\d{3}){1,3}|\bmill?i[oõóe]n|\bmiljoen|\bmilhões|\bmilioni/i;

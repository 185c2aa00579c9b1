import { defineCheck } from '../check.ts';
import { likenessOfGrade } from '../url-model/grade.ts';

/**
 * As built as phishing pages are, by the model of addresses: enough to make a link that was reported alone suspicious.
 * Never in a mail, which has more to judge it by. What passes: see `isJudged` and `likenessOfGrade`.
 */
export const linkBuiltLikePhishingStrongly = defineCheck({
  id: 'link-built-like-phishing-strongly',
  on: 'link',
  group: 'link',
  points: 3,
  explain: 'The address {host} is built in every way like those of known phishing pages: {pieces}.',
  run: (link, context) => likenessOfGrade(link, 'strongly', context),
});

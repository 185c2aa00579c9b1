import { defineCheck } from '../check.ts';
import { likenessOfGrade } from '../url-model/grade.ts';

/**
 * The model of addresses finds a link odd enough to be said, not to convict by itself. In a mail it takes more than for
 * a link that was reported alone. What passes: see `isJudged` and `likenessOfGrade`.
 */
export const linkBuiltLikePhishing = defineCheck({
  id: 'link-built-like-phishing',
  on: 'link',
  group: 'link',
  points: 2,
  explain: 'The address {host} is built like those of known phishing pages: {pieces}.',
  run: (link, context) => likenessOfGrade(link, 'plainly', context),
});

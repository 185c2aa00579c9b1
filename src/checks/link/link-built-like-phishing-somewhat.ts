import { defineCheck } from '../check.ts';
import { likenessOfGrade } from '../url-model/grade.ts';

/**
 * A hint of the model of addresses, on a link that was reported alone: of a hundred honest addresses two or three are
 * built so. The three checks of the model exclude one another. What passes: see `isJudged` and `likenessOfGrade`.
 */
export const linkBuiltLikePhishingSomewhat = defineCheck({
  id: 'link-built-like-phishing-somewhat',
  on: 'link',
  group: 'link',
  points: 1,
  explain: 'The address {host} has something of those of known phishing pages: {pieces}.',
  run: (link, context) => likenessOfGrade(link, 'somewhat', context),
});

import { defineCheck } from '../check.ts';

/**
 * A security gateway rewrites a link once; a forwarded mail twice. More layers are wrapped on purpose, so that each
 * filter sees only another filter's name.
 */
export const nestedRewriters = defineCheck({
  id: 'nested-rewriters',
  on: 'link',
  group: 'link',
  points: 2,
  explain: 'The link to {host} was wrapped {count} times in the link services of mail filters.',
  run({ rewriters, parts }) {
    return rewriters.length >= 3 ? { host: parts.unicodeHost, count: String(rewriters.length) } : undefined;
  },
});

import { defineCheck } from '../check.ts';
import { isBareWord, isOwn } from '../domains.ts';

/** A site under an ending that costs next to nothing and is abused much. A hint. Well-known sites pass. */
export const riskyEndingLink = defineCheck({
  id: 'risky-ending-link',
  on: 'link',
  group: 'link',
  points: 1,
  explain: 'The link goes to {host}, and .{ending} is an ending that is often used for fraud.',
  run(link, { lists, organisation, messageOf }) {
    const { source, parts } = link;
    if (
      source === 'image' ||
      isBareWord(link, messageOf(link)) ||
      parts.domain === '' ||
      lists.popular.has(parts.domain) ||
      isOwn(parts.host, organisation)
    )
      return;
    const labels = parts.host.split('.');
    const ending = [labels.slice(-2).join('.'), labels.at(-1) ?? ''].find((end) => lists.riskyEndings.has(end));
    return ending ? { host: parts.unicodeHost, ending } : undefined;
  },
});

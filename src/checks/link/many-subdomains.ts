import { defineCheck } from '../check.ts';
import { isBareWord, isOwn } from '../domains.ts';

/** So many names in front of the domain that a phone shows only the front. Pictures and well-known sites pass. */
export const manySubdomains = defineCheck({
  id: 'many-subdomains',
  on: 'link',
  group: 'link',
  points: 1,
  explain: 'The link’s address {host} is so long that its real domain {domain} is easily overlooked.',
  run(link, { lists, organisation, messageOf }) {
    const { source, parts } = link;
    const { host, domain } = parts;
    if (
      source === 'image' ||
      isBareWord(link, messageOf(link)) ||
      domain === '' ||
      lists.popular.has(domain) ||
      isOwn(host, organisation)
    )
      return;
    const inFront = host.slice(0, host.length - domain.length).split('.').length - 1;
    return inFront >= 4 || (inFront >= 1 && host.length >= 60) ? { host: parts.unicodeHost, domain } : undefined;
  },
});

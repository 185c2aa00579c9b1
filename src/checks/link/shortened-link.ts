import { defineCheck } from '../check.ts';
import { entryAbove } from '../domains.ts';

/** A shortener hides where the link leads. A hint: honest people shorten too. The service's own front page passes. */
export const shortenedLink = defineCheck({
  id: 'shortened-link',
  on: 'link',
  group: 'link',
  points: 1,
  explain: 'The link {host} is shortened, so nobody can see where it leads.',
  run({ source, parts }, { lists }) {
    if (source === 'image' || (parts.path.length <= 1 && parts.query === '')) return;
    return entryAbove(parts.host.replace(/^www\./, ''), lists.shorteners) ? { host: parts.host } : undefined;
  },
});

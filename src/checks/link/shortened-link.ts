import { defineCheck } from '../check.ts';
import { entryAbove } from '../domains.ts';
import { leadsToManySites } from '../hosts.ts';
import { isConversation } from '../strangers.ts';

/**
 * A shortener hides where the link leads. A hint: honest people shorten too. Lets pass the service's own front page, one
 * among links to many sites as in a newsletter, and what people post to lists and in answers.
 */
export const shortenedLink = defineCheck({
  id: 'shortened-link',
  on: 'link',
  group: 'link',
  points: 1,
  explain: 'The link {host} is shortened, so a reader cannot see where it leads.',
  run(link, context) {
    const { source, parts } = link;
    if (source === 'image' || (parts.path.length <= 1 && parts.query === '')) return;
    const message = context.messageOf(link);
    if (message && (leadsToManySites(message, context) || isConversation(message, context))) return;
    return entryAbove(parts.host.replace(/^www\./, ''), context.lists.shorteners) ? { host: parts.host } : undefined;
  },
});

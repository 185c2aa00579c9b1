import { defineCheck } from '../check.ts';
import { isWellKnown } from '../hosts.ts';
import { isConversation, isStranger } from '../strangers.ts';

/**
 * Every link and picture, the way out included, lies with one house that nobody knows and that is not the sender's: a kit
 * that was unpacked somewhere. Lets pass answers and lists, mailing services, which count clicks under their own name, and
 * houses that name themselves.
 */
export const allLinksToOneStranger = defineCheck({
  id: 'all-links-to-one-stranger',
  on: 'message',
  group: 'content',
  points: 1,
  explain: 'All of its {count} links lead to {domain}, a site that has nothing to do with the sender.',
  run(message, context) {
    if (isConversation(message, context) || !isStranger(message, context)) return;
    const links = context.linksOf(message).filter(({ parts }) => parts.scheme === 'http' || parts.scheme === 'https');
    const [domain = '', ...others] = new Set(links.map(({ parts }) => parts.domain || parts.host));
    if (links.length < 3 || others.length > 0 || isWellKnown(domain, context)) return;
    if (context.lists.mailServices.has(domain)) return;
    return { count: String(links.length), domain };
  },
});

import { registrable } from '../../parse/url.ts';
import { defineCheck } from '../check.ts';
import { entryAbove } from '../domains.ts';
import { isWellKnown } from '../hosts.ts';

/**
 * A link of thousands of characters to a page that nobody knows: room for an address, a page or a key to hide in. Lets
 * pass well-known sites, whose sign-in pages are as long, mailing services and the sender's own site.
 */
export const veryLongLink = defineCheck({
  id: 'very-long-link',
  on: 'link',
  group: 'link',
  points: 1,
  explain: 'The link to {host} is {length} characters long. Such length hides what it carries.',
  run(link, context) {
    const { parts, source, url } = link;
    if (source === 'image' || parts.host === '' || url.length < LONG || isWellKnown(parts.domain, context)) return;
    if (entryAbove(parts.host, context.lists.mailServices) !== undefined) return;
    const message = context.messageOf(link);
    if (message && registrable(message.from?.domain ?? '') === parts.domain) return;
    return { host: parts.unicodeHost, length: String(url.length) };
  },
});

const LONG = 2048;

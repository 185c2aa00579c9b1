import { registrable } from '../../parse/url.ts';
import { defineCheck } from '../check.ts';
import { entryAbove, isOwn, nameOf, senderDomain } from '../domains.ts';
import { looksRandom } from '../randomness.ts';

/**
 * A registered domain, or a site's name on a shared host, that no person would have chosen. Sub-domains pass:
 * machines name those honestly (content networks, click counters).
 */
export const randomLookingHost = defineCheck({
  id: 'random-looking-host',
  on: 'link',
  group: 'link',
  points: 1,
  explain: 'The link’s address {host} looks as if a machine had made it up.',
  run(link, { lists, organisation, messageOf }) {
    const { parts } = link;
    if (link.source === 'image' || parts.domain === '' || isOwn(parts.host, organisation)) return;
    const shared = entryAbove(parts.host, lists.siteHosts);
    if (shared === undefined && (lists.popular.has(parts.domain) || lists.mailServices.has(parts.domain))) return;
    if (parts.domain === registrable(senderDomain(messageOf(link)))) return;
    const label =
      shared === undefined
        ? nameOf(parts.domain)
        : (parts.host
            .slice(0, -shared.length - 1)
            .split('.')
            .at(-1) ?? '');
    return !label.startsWith('xn--') && looksRandom(label) ? { host: parts.unicodeHost } : undefined;
  },
});

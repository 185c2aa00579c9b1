import type { Brand, Message } from '../../model.ts';
import { mentionsOf } from '../brand-mentions.ts';
import { brandInName, ownsHost } from '../brands.ts';
import { type CheckContext, defineCheck } from '../check.ts';
import { isConversation, isSmallTalk, isStranger, linksToNobody } from '../strangers.ts';

/**
 * The brand's own pictures or pages are linked, to look real, and beside them one single house that nobody knows: the
 * button. Lets pass the brand itself, houses that name themselves, answers and lists, and the signs of social networks that
 * every newsletter links.
 */
export const brandLinksBesideForeignLink = defineCheck({
  id: 'brand-links-beside-foreign-link',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'It links real pages or pictures of {brand}, but the link to follow leads to {domain}.',
  run(message, context) {
    if (isConversation(message, context) || !isStranger(message, context)) return;
    const { lists, linksOf } = context;
    const away = linksToNobody(message, context);
    for (const brand of claimed(message, context)) {
      if (isSmallTalk(brand)) continue;
      if (message.senders.some(({ domain }) => domain !== '' && ownsHost(brand, domain, lists))) continue;
      if (!linksOf(message).some(({ parts }) => ownsHost(brand, parts.host, lists))) continue;
      const strangers = new Set(
        away.filter(({ parts }) => !ownsHost(brand, parts.host, lists)).map(({ parts }) => parts.domain || parts.host),
      );
      const [domain] = strangers;
      if (domain !== undefined && strangers.size === 1) return { brand: brand.names[0] ?? brand.id, domain };
    }
    return;
  },
});

/** Brands that the mail is dressed up as: named by the sender, in the subject, or more than once. */
function claimed(message: Message, context: CheckContext): Set<Brand> {
  const { subject, text } = mentionsOf(message, context);
  const named = message.senders.map(({ name }) => brandInName(name, context.lists)?.brand);
  const often = text.filter(({ brand }) => text.filter((other) => other.brand === brand).length > 1);
  return new Set(
    [...named, ...[...subject, ...often].map(({ brand }) => brand)].filter((brand) => brand !== undefined),
  );
}

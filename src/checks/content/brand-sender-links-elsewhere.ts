import { registrable } from '../../parse/url.ts';
import { brandInName, ownerOf, ownsHost } from '../brands.ts';
import { defineCheck } from '../check.ts';
import { isOwn } from '../domains.ts';
import { isServiceName } from '../service-names.ts';
import { plainWords } from '../skeleton.ts';
import { isConversation, linksToNobody } from '../strangers.ts';
import { webLinks } from './demand.ts';

/**
 * The address is a known house's, and every link leads to places that nobody knows: a forged sender. What the text says
 * does not count, since a forger names the house too. Lets pass employees on lists and in answers, mailboxes that a
 * provider hands out, and mail with one link to a well-known house.
 */
export const brandSenderLinksElsewhere = defineCheck({
  id: 'brand-sender-links-elsewhere',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'The sender’s address ends in {sender}, but no link leads to {brand}.',
  run(message, context) {
    const { lists, organisation } = context;
    const { from } = message;
    const domain = registrable(from?.domain ?? '');
    if (!from || domain === '' || lists.freeMail.has(domain) || isOwn(domain, organisation)) return;
    const brand = ownerOf(domain, lists);
    if (!brand || brand.kind === 'mail' || isConversation(message, context)) return;
    // Telephone companies hand out mailboxes: only a mail that speaks as a service there.
    const serves = isServiceName(plainWords(from.name)) || brandInName(from.name, lists) !== undefined;
    if (brand.kind === 'telecom' && !serves) return;
    const links = webLinks(message, context);
    if (links.length === 0 || linksToNobody(message, context).length < links.length) return;
    if (links.some(({ parts }) => parts.domain === domain || ownsHost(brand, parts.host, lists))) return;
    return { sender: domain, brand: brand.names[0] ?? brand.id };
  },
});

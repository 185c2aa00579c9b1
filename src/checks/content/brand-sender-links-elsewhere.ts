import { registrable } from '../../parse/url.ts';
import { ownerOf, ownsHost } from '../brands.ts';
import { defineCheck } from '../check.ts';
import { isConversation, leadsAstray } from '../strangers.ts';
import { webLinks } from './demand.ts';

/**
 * The address is a known house's, and not one link leads to that house: a forged sender. Lets pass employees on lists and
 * in answers, mailboxes that a provider hands out, and mail that speaks of its own house.
 */
export const brandSenderLinksElsewhere = defineCheck({
  id: 'brand-sender-links-elsewhere',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'The sender’s address ends in {sender}, but no link leads to {brand}.',
  run(message, context) {
    const { lists } = context;
    const domain = registrable(message.from?.domain ?? '');
    if (domain === '' || lists.freeMail.has(domain) || isConversation(message)) return;
    const brand = ownerOf(domain, lists);
    if (!brand || brand.kind === 'mail' || brand.kind === 'telecom' || !leadsAstray(message, context)) return;
    if (webLinks(message, context).some(({ parts }) => ownsHost(brand, parts.host, lists))) return;
    return { sender: domain, brand: brand.names[0] ?? brand.id };
  },
});

import { registrable } from '../../parse/url.ts';
import { ownerOf, ownsHost } from '../brands.ts';
import { defineCheck } from '../check.ts';
import { imitatedBrand } from '../imitation.ts';
import { isConversation } from '../strangers.ts';

/**
 * A mail that really comes from a known service (a signature, payment or sharing service), but answers go to somebody
 * who is neither the service nor known: frauds are sent through real accounts there. Services put their customers' own
 * addresses there too, so it asks for a free or disposable mailbox or an imitation.
 */
export const serviceMailAnswersElsewhere = defineCheck({
  id: 'service-mail-answers-elsewhere',
  on: 'message',
  group: 'sender',
  points: 2,
  explain:
    'It was sent by {brand}, but a reply would go to {replyTo}, who has nothing to do with it. Anyone can send through such services.',
  run(message, context) {
    const { lists, organisation } = context;
    const brand = message.from?.domain ? ownerOf(message.from.domain, lists) : undefined;
    if (!brand || brand.kind === 'mail' || brand.kind === 'telecom' || isConversation(message, context)) return;
    const away = message.replyTo.find(({ domain }) => {
      if (domain === '' || ownsHost(brand, domain, lists)) return false;
      const anybody = lists.freeMail.has(domain) || lists.disposableMail.has(domain);
      return anybody || imitatedBrand(registrable(domain), lists, organisation) !== undefined;
    });
    return away ? { brand: brand.names[0] ?? brand.id, replyTo: away.address } : undefined;
  },
});

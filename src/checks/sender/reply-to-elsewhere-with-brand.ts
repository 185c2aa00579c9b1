import { registrable } from '../../parse/url.ts';
import { mentionsOf } from '../brand-mentions.ts';
import { brandInName, ownsHost } from '../brands.ts';
import { defineCheck } from '../check.ts';
import { isOwn } from '../domains.ts';
import { isConversation } from '../strangers.ts';

/**
 * A brand is named as the sender or in the subject, the address is not the brand's, and answers go to a third place. Lets
 * pass answers that go to the brand or to a colleague, answers and lists.
 */
export const replyToElsewhereWithBrand = defineCheck({
  id: 'reply-to-elsewhere-with-brand',
  on: 'message',
  group: 'sender',
  points: 2,
  explain: 'It speaks for {brand}, comes from {from}, and a reply would go to {replyTo}: neither belongs to {brand}.',
  run(message, context) {
    const { from } = message;
    const { lists, organisation } = context;
    if (!from?.domain || isOwn(from.domain, organisation) || isConversation(message, context)) return;
    const found = brandInName(from.name, lists) ?? mentionsOf(message, context).subject[0];
    if (!found || ownsHost(found.brand, from.domain, lists)) return;
    const away = message.replyTo.find(
      ({ domain }) =>
        domain !== '' &&
        registrable(domain) !== registrable(from.domain) &&
        !isOwn(domain, organisation) &&
        !ownsHost(found.brand, domain, lists),
    );
    return away ? { brand: found.name, from: from.address, replyTo: away.address } : undefined;
  },
});

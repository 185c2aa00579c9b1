import { ownerOf, sendsFrom } from '../brands.ts';
import { defineCheck } from '../check.ts';
import { isOwn } from '../domains.ts';
import { isMailingList, trustedDmarc } from '../mail.ts';

/**
 * The address is a known house's own, and DMARC failed by the word of our own servers or our own look: whoever sent it is
 * not that house. Lets pass mailing lists, which break signatures, providers that hand out mailboxes, whose customers send
 * from anywhere, and the organisation's own domain, which has a check of its own.
 */
export const brandSenderFailedAuthentication = defineCheck({
  id: 'brand-sender-failed-authentication',
  on: 'message',
  group: 'sender',
  points: 3,
  explain: 'It uses an address of {brand}, {address}, but {brand} did not confirm having sent it.',
  run(message, { organisation, lists }) {
    const { from } = message;
    if (!from?.domain || isOwn(from.domain, organisation) || isMailingList(message)) return;
    const brand = ownerOf(from.domain, lists);
    if (!brand || brand.kind === 'mail' || brand.kind === 'telecom' || !sendsFrom(brand, from.domain, lists)) return;
    if (trustedDmarc(message, organisation) !== 'fail') return;
    return { brand: brand.names[0] ?? brand.id, address: from.address };
  },
});

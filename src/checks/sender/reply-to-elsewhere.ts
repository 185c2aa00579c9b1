import { registrable } from '../../parse/url.ts';
import { sameBrand } from '../brands.ts';
import { defineCheck } from '../check.ts';
import { entryAbove, isOwn, nameOf } from '../domains.ts';
import { isBulk } from '../mail.ts';

/**
 * Answers go to another house than the one that the mail came from. Lets pass what honest mail does daily: lists and
 * newsletters (their software sets it), the services that send for others, one brand's several domains, and answers
 * that go to a colleague. Free mailboxes have checks of their own.
 */
export const replyToElsewhere = defineCheck({
  id: 'reply-to-elsewhere',
  on: 'message',
  group: 'sender',
  points: 1,
  explain: 'It comes from {from}, but a reply would go to {replyTo}.',
  run(message, { lists, organisation }) {
    const { from } = message;
    if (!from?.domain || isBulk(message)) return;
    const away = message.replyTo.find(({ domain }) => {
      if (domain === '' || isOwn(domain, organisation) || lists.freeMail.has(registrable(domain))) return false;
      if (registrable(domain) === registrable(from.domain)) return false;
      if (nameOf(registrable(domain)) === nameOf(registrable(from.domain))) return false;
      if (entryAbove(domain, lists.mailServices) ?? entryAbove(from.domain, lists.mailServices)) return false;
      return !sameBrand(domain, from.domain, lists);
    });
    return away ? { from: from.address, replyTo: away.address } : undefined;
  },
});

import { registrable } from '../../parse/url.ts';
import { sameBrand } from '../brands.ts';
import { defineCheck } from '../check.ts';
import { isMailingList } from '../mail.ts';

/**
 * The sender's address looks like a company's, but answers go to a free mailbox: so a forged sender gets them. Lets pass
 * mailing lists, which put the writer's private address there, and a mail provider that writes about a mailbox.
 */
export const replyToFreeMail = defineCheck({
  id: 'reply-to-free-mail',
  on: 'message',
  group: 'sender',
  points: 2,
  explain: 'It comes from {from}, but a reply would go to {replyTo}, a mailbox that anyone can open.',
  run(message, { lists }) {
    const { from } = message;
    if (!from?.domain || lists.freeMail.has(from.domain) || isMailingList(message)) return;
    const away = message.replyTo.find(({ domain }) => {
      if (!lists.freeMail.has(domain) && !lists.disposableMail.has(domain)) return false;
      return registrable(domain) !== registrable(from.domain) && !sameBrand(domain, from.domain, lists);
    });
    return away ? { from: from.address, replyTo: away.address } : undefined;
  },
});

import { registrable } from '../../parse/url.ts';
import { defineCheck } from '../check.ts';
import { isMailingList } from '../mail.ts';

/**
 * The sender's address looks like a company's, but answers go to a free mailbox: so a forged sender gets them. Lets pass
 * mailing lists, which put the writer's private address there.
 */
export const replyToFreeMail = defineCheck({
  id: 'reply-to-free-mail',
  on: 'message',
  group: 'sender',
  points: 2,
  explain: 'It comes from {from}, but a reply would go to {replyTo}, a mailbox that anyone can open.',
  run(message, { lists }) {
    const { from } = message;
    if (!from?.domain || lists.freeMail.has(registrable(from.domain)) || isMailingList(message)) return;
    const away = message.replyTo.find(({ domain }) => {
      const home = registrable(domain);
      return home !== registrable(from.domain) && (lists.freeMail.has(home) || lists.disposableMail.has(home));
    });
    return away ? { from: from.address, replyTo: away.address } : undefined;
  },
});

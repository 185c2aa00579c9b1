import { defineCheck } from '../check.ts';
import { isMailingList, namesNobody } from '../mail.ts';

/**
 * A new post to a mailing list from a free mailbox that hides whom it was written to. Who writes to a list writes to it by
 * name; a list that got a hidden copy was one of thousands. Answers pass, and so do announcements of houses, which send
 * one mail to many lists.
 */
export const listPostToNobody = defineCheck({
  id: 'list-post-to-nobody',
  on: 'message',
  group: 'sender',
  points: 2,
  explain: 'It came by a mailing list, but {from} sent it to hidden recipients, as mail to thousands is.',
  run(message, { lists }) {
    const { from } = message;
    if (!from?.domain || !lists.freeMail.has(from.domain) || message.isReply) return;
    return isMailingList(message) && namesNobody(message) ? { from: from.address } : undefined;
  },
});

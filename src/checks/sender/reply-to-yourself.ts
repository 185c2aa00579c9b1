import { defineCheck } from '../check.ts';
import { isMailingList } from '../mail.ts';

/**
 * Answers would go to the reader, so that nobody notices that the sender cannot be reached. Lets pass what the reader
 * wrote to himself, and lists.
 */
export const replyToYourself = defineCheck({
  id: 'reply-to-yourself',
  on: 'message',
  group: 'sender',
  points: 1,
  explain: 'A reply to it would come back to {address}, the address that it was sent to.',
  run(message) {
    const { from, to, replyTo } = message;
    if (!from?.address || isMailingList(message)) return;
    const own = replyTo.find(({ address }) => address !== '' && to.some((box) => box.address === address));
    return own && own.address !== from.address && own.domain !== from.domain ? { address: own.address } : undefined;
  },
});

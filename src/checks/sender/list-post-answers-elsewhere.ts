import { defineCheck } from '../check.ts';
import { isMailingList } from '../mail.ts';

/**
 * A new post to a mailing list from a free mailbox whose answers go to another free mailbox. Lists turn answers to
 * themselves or to the writer, never to a third mailbox: that is a letter which somebody sent through the list. Lets pass
 * one person's two addresses of one name, and answers.
 */
export const listPostAnswersElsewhere = defineCheck({
  id: 'list-post-answers-elsewhere',
  on: 'message',
  group: 'sender',
  points: 2,
  explain: 'It came by a mailing list from {from}, but a reply would go to another free mailbox, {replyTo}.',
  run(message, { lists }) {
    const { from } = message;
    if (!from?.domain || !lists.freeMail.has(from.domain) || message.isReply || !isMailingList(message)) return;
    const away = message.replyTo.find(
      ({ address, domain }) =>
        lists.freeMail.has(domain) && address !== from.address && localPart(address) !== localPart(from.address),
    );
    return away ? { from: from.address, replyTo: away.address } : undefined;
  },
});

/** Without dots, case and plus tag, which free providers ignore. */
function localPart(address: string): string {
  const local = address.split('@')[0] ?? '';
  return (local.split('+')[0] ?? '').replaceAll('.', '').toLowerCase();
}

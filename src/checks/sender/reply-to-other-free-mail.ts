import { defineCheck } from '../check.ts';
import { isMailingList } from '../mail.ts';

/**
 * From one free mailbox, answers to another: the mark of advance-fee letters, whose first mailbox will be closed. Lets
 * pass one person's two addresses of one name (`ada.chen` at both) and mailing lists.
 */
export const replyToOtherFreeMail = defineCheck({
  id: 'reply-to-other-free-mail',
  on: 'message',
  group: 'sender',
  points: 2,
  explain: 'It comes from the mailbox {from}, but a reply would go to another, {replyTo}.',
  run(message, { lists }) {
    const { from } = message;
    if (!from?.domain || !lists.freeMail.has(from.domain) || isMailingList(message)) return;
    const name = localPart(from.address);
    const away = message.replyTo.find(({ address, domain }) => {
      if (!lists.freeMail.has(domain) && !lists.disposableMail.has(domain)) return false;
      return address !== from.address && localPart(address) !== name;
    });
    return away ? { from: from.address, replyTo: away.address } : undefined;
  },
});

/** Without dots, case and plus tag, which free providers ignore. */
function localPart(address: string): string {
  const local = address.split('@')[0] ?? '';
  return (local.split('+')[0] ?? '').replaceAll('.', '').toLowerCase();
}

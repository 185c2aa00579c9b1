import { defineCheck } from '../check.ts';
import { isBounce } from '../mail.ts';
import { baited } from './demand.ts';

/**
 * A mailbox that is full, blocked or to be migrated, mails that are held back, and a link, form or file to mend it with.
 * Notices whose links all lead to the sender's own well-known site pass, and so do a manual without a
 * demand and a mail server's report that a mailbox is full.
 */
export const mailboxTrouble = defineCheck({
  id: 'mailbox-trouble',
  on: 'message',
  group: 'content',
  points: 3,
  explain: 'It says “{phrase}” and gives you a link or file to mend it with. That is how mail passwords are stolen.',
  run(message, context) {
    if (isBounce(message)) return;
    const hit = baited(message, context, 'mailbox');
    return hit && { phrase: hit.phrase };
  },
});

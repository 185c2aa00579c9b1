import { defineCheck } from '../check.ts';
import { baited } from './demand.ts';

/**
 * A mailbox that is full, blocked or to be migrated, mails that are held back, and a link, form or file to mend it with.
 * Notices whose links all lead to the sender's own well-known site pass, and so does a manual without a demand.
 */
export const mailboxTrouble = defineCheck({
  id: 'mailbox-trouble',
  on: 'message',
  group: 'content',
  points: 3,
  explain: 'It says “{phrase}” and gives you a link or file to mend it with. That is how mail passwords are stolen.',
  run(message, context) {
    const hit = baited(message, context, 'mailbox');
    return hit && { phrase: hit.phrase };
  },
});

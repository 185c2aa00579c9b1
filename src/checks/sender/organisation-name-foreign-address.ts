import { defineCheck } from '../check.ts';
import { isOwn } from '../domains.ts';
import { isMailingList } from '../mail.ts';
import { plainWords } from '../skeleton.ts';

/**
 * The sender's name is the organisation's own ("Riverside Hospital IT Helpdesk"), the address is not. Lets pass list
 * software that writes "… via Riverside Hospital", since it speaks of a list.
 */
export const organisationNameForeignAddress = defineCheck({
  id: 'organisation-name-foreign-address',
  on: 'message',
  group: 'sender',
  points: 3,
  explain: 'The sender calls itself {name}, but the address {address} is not the organisation’s.',
  run(message, { organisation }) {
    const { from } = message;
    if (!from?.domain || organisation.domains.length === 0 || isOwn(from.domain, organisation)) return;
    const name = ` ${plainWords(from.name)} `;
    if (isMailingList(message) && name.includes(' via ')) return;
    const claimed = organisation.names.some((own) => {
      const words = plainWords(own);
      if (words === '') return false;
      return /[a-z]/.test(words)
        ? name.includes(` ${words} `)
        : name.replaceAll(' ', '').includes(words.replaceAll(' ', ''));
    });
    return claimed ? { name: from.name, address: from.address } : undefined;
  },
});

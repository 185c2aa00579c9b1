import { registrable } from '../../parse/url.ts';
import { brandInName } from '../brands.ts';
import { defineCheck } from '../check.ts';

/**
 * A bank, an authority or a brand does not write from a free mailbox. Looks at the sender's name only: a private person
 * may well mention a bank in the subject. Lets pass the provider itself.
 */
export const authorityOnFreeMail = defineCheck({
  id: 'authority-on-free-mail',
  on: 'message',
  group: 'sender',
  points: 4,
  explain: 'The sender calls itself {name}, but writes from {address}, a mailbox that anyone can open.',
  run({ from }, { lists }) {
    if (!from?.domain || !lists.freeMail.has(registrable(from.domain))) return;
    const found = brandInName(from.name, lists);
    if (!found || found.brand.domains.includes(registrable(from.domain))) return;
    return { name: from.name, address: from.address };
  },
});

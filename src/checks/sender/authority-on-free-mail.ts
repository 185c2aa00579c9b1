import { brandInName } from '../brands.ts';
import { defineCheck } from '../check.ts';

const PROVIDERS = new Set(['mail', 'telecom', 'social']);

/**
 * A bank, an authority or a brand does not write from a free mailbox. Looks at the sender's name only: a private person
 * may well mention a bank in the subject. Lets pass a mail provider that writes to its customers under their own domain;
 * Microsoft, Google and Apple do not, but for reports of mail that could not be
 * delivered, from addresses that nobody else can open.
 */
export const authorityOnFreeMail = defineCheck({
  id: 'authority-on-free-mail',
  on: 'message',
  group: 'sender',
  points: 4,
  explain: 'The sender calls itself {name}, but writes from {address}, a mailbox that anyone can open.',
  run({ from }, { lists }) {
    if (!from || !lists.freeMail.has(from.domain) || /^(?:postmaster|mailer-daemon)@/.test(from.address)) return;
    const found = brandInName(from.name, lists);
    if (!found || (PROVIDERS.has(found.brand.kind) && found.brand.domains.includes(from.domain))) return;
    return { name: from.name, address: from.address };
  },
});

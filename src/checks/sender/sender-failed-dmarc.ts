import { defineCheck } from '../check.ts';
import { isOwn } from '../domains.ts';
import { isMailingList, trustedDmarc } from '../mail.ts';

/**
 * The sender's domain publishes how its mail is to be proven, and this one was not. Believed only from the
 * organisation's own servers. Lets pass mailing lists, which break signatures; the own domain has a check of its own.
 */
export const senderFailedDmarc = defineCheck({
  id: 'sender-failed-dmarc',
  on: 'message',
  group: 'sender',
  points: 3,
  explain: 'Your mail server could not confirm that it really comes from {domain}.',
  run(message, { organisation }) {
    const { from } = message;
    if (!from?.domain || isOwn(from.domain, organisation) || isMailingList(message)) return;
    return trustedDmarc(message, organisation) === 'fail' ? { domain: from.domain } : undefined;
  },
});

import { defineCheck } from '../check.ts';
import { isMailingList, trustedDmarc, trustedResults } from '../mail.ts';

/**
 * It claims to come from the very person whom it is sent to ("I sent this from your own account"), and the
 * organisation's own server saw authentication fail. Lets pass notes to oneself and blind-copied mail, which pass.
 */
export const senderEqualsRecipient = defineCheck({
  id: 'sender-equals-recipient',
  on: 'message',
  group: 'sender',
  points: 3,
  explain: 'It claims to come from {address}, the same person whom it was sent to, but that is forged.',
  run(message, { organisation }) {
    const { from, to } = message;
    if (!from?.address || isMailingList(message)) return;
    if (!to.some(({ address }) => address === from.address)) return;
    const dmarc = trustedDmarc(message, organisation);
    const failed = trustedResults(message, organisation).some(({ result }) => /^(?:fail|softfail)$/i.test(result));
    return dmarc === 'fail' || (failed && dmarc !== 'pass') ? { address: from.address } : undefined;
  },
});

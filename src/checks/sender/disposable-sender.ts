import { registrable } from '../../parse/url.ts';
import { defineCheck } from '../check.ts';

/** A throw-away mailbox as sender or as the place for answers. Lets pass forwarding services, which hide a real one. */
export const disposableSender = defineCheck({
  id: 'disposable-sender',
  on: 'message',
  group: 'sender',
  points: 2,
  explain: 'The address {address} is a throw-away mailbox.',
  run({ from, replyTo }, { lists }) {
    const found = [...(from ? [from] : []), ...replyTo].find(
      ({ domain }) => lists.disposableMail.has(domain) || lists.disposableMail.has(registrable(domain)),
    );
    return found ? { address: found.address } : undefined;
  },
});

import { parse } from 'tldts';
import { defineCheck } from '../check.ts';
import { isConversation, linksToNobody } from '../strangers.ts';

/**
 * A sender's domain that cannot exist: no ending, an ending that nobody gives out, characters that no domain has. No answer
 * could reach it. Lets pass machines that report under their own name and mail within a house: they link to no strangers.
 */
export const impossibleSenderDomain = defineCheck({
  id: 'impossible-sender-domain',
  on: 'message',
  group: 'sender',
  points: 2,
  explain: 'The sender’s address {address} cannot exist, so that nobody could answer it.',
  run(message, context) {
    const { form, from } = message;
    if (form !== 'raw' || !from?.domain || isConversation(message, context) || canExist(from.domain)) return;
    if (from.name === '' && /\.(?:local|lan|home|internal|corp)$/.test(from.domain)) return;
    return linksToNobody(message, context).length > 0 ? { address: from.address } : undefined;
  },
});

/** Reserved names are for tests and may stand for any domain there. */
const RESERVED = /\.(?:example|test|invalid)$/;

function canExist(domain: string): boolean {
  if (RESERVED.test(domain)) return true;
  return /^[\p{L}\p{N}._-]+$/u.test(domain) && parse(domain, { allowPrivateDomains: false }).isIcann === true;
}

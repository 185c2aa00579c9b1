import { registrable } from '../../parse/url.ts';
import { defineCheck } from '../check.ts';
import { isOwn } from '../domains.ts';
import { likenessToOwn } from '../own.ts';

/**
 * The sender's domain is made to be read as the organisation's own. Looks at every address of the sender (From,
 * Reply-To). Lets pass the domain under another ending alone when it is a well-known one: two honest houses may share
 * a name.
 */
export const lookalikeOfOwnDomain = defineCheck({
  id: 'lookalike-of-own-domain',
  on: 'message',
  group: 'sender',
  points: 5,
  explain: 'The address {address} imitates your own organisation’s {own}.',
  run({ from, replyTo }, { organisation, lists }) {
    for (const { address, domain } of [...(from ? [from] : []), ...replyTo]) {
      if (domain === '' || isOwn(domain, organisation)) continue;
      const own = likenessToOwn(registrable(domain), organisation, lists);
      if (own) return { address, own };
    }
    return;
  },
});

import { defineCheck } from '../check.ts';
import { baited } from './demand.ts';

/**
 * A password that runs out, a full mailbox, an account to confirm, and a link, form or file to do it with. Notices of
 * well-known services whose links all lead home pass: their links can do no harm.
 */
export const credentialExpiry = defineCheck({
  id: 'credential-expiry',
  on: 'message',
  group: 'content',
  points: 3,
  explain: 'It says “{phrase}” and gives you a link or file to do it with. That is how passwords are stolen.',
  run(message, context) {
    const hit = baited(message, context, 'credential');
    return hit && { phrase: hit.phrase };
  },
});

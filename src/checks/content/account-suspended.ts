import { defineCheck } from '../check.ts';
import { baited } from './demand.ts';

/**
 * Fear for an account, its photos or its protection, with something to click. Notices of well-known services whose links
 * all lead home pass.
 */
export const accountSuspended = defineCheck({
  id: 'account-suspended',
  on: 'message',
  group: 'content',
  points: 3,
  explain: 'It frightens you about an account (“{phrase}”) and gives you a link or file to put it right.',
  run(message, context) {
    const hit = baited(message, context, 'account-problem');
    return hit && { phrase: hit.phrase };
  },
});

import { defineCheck } from '../check.ts';
import { baited } from './demand.ts';

/**
 * A subscription, protection or storage that has run out or failed to be paid, a device said to be infected, and a link.
 * Receipts and reminders whose links all lead to the sender's own well-known site pass.
 */
export const renewalScare = defineCheck({
  id: 'renewal-scare',
  on: 'message',
  group: 'content',
  points: 2,
  explain:
    'It says “{phrase}” and wants you to act on it by its own link. Look at your account by a way that you know instead.',
  run(message, context) {
    const hit = baited(message, context, 'renewal');
    return hit && { phrase: hit.phrase };
  },
});

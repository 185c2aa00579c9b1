import { defineCheck } from '../check.ts';
import { asksReply, presses, tells } from './asks.ts';

/**
 * Another company is said to register the reader's name, or the name to vanish from a register or search engines. Honest
 * registrars write to their customers about domains with their own site beside it, and pass.
 */
export const nameRegistrationScare = defineCheck({
  id: 'name-registration-scare',
  on: 'message',
  group: 'content',
  points: 3,
  explain:
    'It warns that you could lose your name or domain (“{phrase}”). Such letters sell registrations that nobody needs.',
  run(message, context) {
    const [hit] = tells(message, context, 'name-registration');
    return hit && (asksReply(message, context) || presses(message, context)) ? { phrase: hit.phrase } : undefined;
  },
});

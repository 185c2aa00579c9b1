import { defineCheck } from '../check.ts';
import { presses, tells } from './asks.ts';

/**
 * A payment, a payee or a device that the reader does not know, and haste to undo it. A bank's notice that points to the
 * app and leaves time passes; so does one whose links lead home.
 */
export const payeeAlert = defineCheck({
  id: 'payee-alert',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'It frightens you with a payment or device that is not yours (“{phrase}”) and hurries you to undo it.',
  run(message, context) {
    const [hit] = tells(message, context, 'payee-alert');
    return hit && presses(message, context) ? { phrase: hit.phrase } : undefined;
  },
});

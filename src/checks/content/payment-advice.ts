import { defineCheck } from '../check.ts';
import { doubtAbout, tells } from './asks.ts';

/**
 * A swift copy or payment slip to open, with a reason to doubt the sender or file. Everybody likes to see that he was
 * paid. A bank's or customer's PDF from its own domain passes.
 */
export const paymentAdvice = defineCheck({
  id: 'payment-advice',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'It shows you a payment (“{phrase}”), but {doubt}.',
  run(message, context) {
    const [hit] = tells(message, context, 'payment-advice');
    const doubt = hit && doubtAbout(message, context);
    return doubt === undefined ? undefined : { phrase: hit?.phrase ?? '', doubt };
  },
});

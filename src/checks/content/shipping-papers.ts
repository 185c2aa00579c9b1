import { defineCheck } from '../check.ts';
import { doubtAbout, tells } from './asks.ts';

/**
 * Bills of lading and packing lists that nobody waits for, with a reason to doubt the sender or file: the lure that ports
 * and traders get daily. A forwarder's PDF from its own domain passes.
 */
export const shippingPapers = defineCheck({
  id: 'shipping-papers',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'It brings shipping papers (“{phrase}”), but {doubt}.',
  run(message, context) {
    const [hit] = tells(message, context, 'shipping-papers');
    const doubt = hit && doubtAbout(message, context);
    return doubt === undefined ? undefined : { phrase: hit?.phrase ?? '', doubt };
  },
});

import { defineCheck } from '../check.ts';
import { tells } from './asks.ts';

/**
 * Somebody wants to see or steer the reader's computer, for a refund or against viruses that nobody asked about. Internal
 * IT, which writes from the organisation's own domain, passes.
 */
export const remoteHelpOffer = defineCheck({
  id: 'remote-help-offer',
  on: 'message',
  group: 'content',
  points: 3,
  explain: 'It wants you to let somebody else steer your computer (“{phrase}”). No bank or provider does that unasked.',
  run(message, context) {
    const [hit] = tells(message, context, 'remote-help');
    return hit ? { phrase: hit.phrase } : undefined;
  },
});

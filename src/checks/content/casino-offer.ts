import { defineCheck } from '../check.ts';
import { baited } from './demand.ts';

/**
 * Free spins and casino bonuses behind a link. Advertising rather than fraud as a rule, so a hint only; a mail about the
 * lottery that asks for nothing passes.
 */
export const casinoOffer = defineCheck({
  id: 'casino-offer',
  on: 'message',
  group: 'content',
  points: 1,
  explain: 'It lures to a game of chance (“{phrase}”). Licensed houses do not write to people who never signed up.',
  run(message, context) {
    const hit = baited(message, context, 'gambling');
    return hit && { phrase: hit.phrase };
  },
});

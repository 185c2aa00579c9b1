import { defineCheck } from '../check.ts';
import { baited } from './demand.ts';

/**
 * A trick or remedy that doctors hide, behind a link: dishonest advertising rather than phishing, so a hint only. A
 * clinic that writes of pain without a link passes.
 */
export const miracleCure = defineCheck({
  id: 'miracle-cure',
  on: 'message',
  group: 'content',
  points: 1,
  explain: 'It promises a cure (“{phrase}”) for a click. Such offers take card details and send nothing that helps.',
  run(message, context) {
    const hit = baited(message, context, 'cure');
    return hit && { phrase: hit.phrase };
  },
});

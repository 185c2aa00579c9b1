import { defineCheck } from '../check.ts';
import { asksReply, tells } from './asks.ts';
import { lures, webLinks } from './demand.ts';

/**
 * A prize or draw to be collected by answering with personal data or a fee. A shop's draw leads to its own site, and passes.
 */
export const winToCollectByMail = defineCheck({
  id: 'win-to-collect-by-mail',
  on: 'message',
  group: 'content',
  points: 2,
  explain:
    'You are said to have won (“{phrase}”) and shall answer with details of yourself. Who did not take part has not won.',
  run(message, context) {
    const [hit] = tells(message, context, 'prize');
    const wants = lures(message, context, 'secrets', 'advance-fee').length > 0 && asksReply(message, context);
    return hit && wants && webLinks(message, context).length === 0 ? { phrase: hit.phrase } : undefined;
  },
});

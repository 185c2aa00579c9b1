import { defineCheck } from '../check.ts';
import { hasHandle, isFromAuthority, leadsHome, lures, urges } from './demand.ts';

/**
 * Police, court or another authority that threatens and wants an answer. Mail from a government's own domain passes; one
 * such word alone (news, lawyers' small print) passes too.
 */
export const authorityImpersonation = defineCheck({
  id: 'authority-impersonation',
  on: 'message',
  group: 'content',
  points: 3,
  explain: 'It speaks as police, court or an authority (“{phrase}”), but does not come from a government address.',
  run(message, context) {
    if (isFromAuthority(message, context) || leadsHome(message, context)) return;
    const hits = lures(message, context, 'authority');
    const hit = hits.find((one) => urges(message, context, one));
    if (!hit || (hits.length < 2 && message.text.length > 600)) return;
    const pressed =
      hasHandle(message, context) ||
      lures(message, context, 'payment', 'secrecy', 'threat', 'secrets', 'answer-wanted').length > 0;
    return pressed ? { phrase: hit.phrase } : undefined;
  },
});

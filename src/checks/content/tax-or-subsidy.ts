import { defineCheck } from '../check.ts';
import { baited, isFromAuthority } from './demand.ts';

/**
 * A tax refund or a subsidy to apply for by link, file or code. Mail from a government's own domain passes, and so does
 * a payslip or news that wants nothing.
 */
export const taxOrSubsidy = defineCheck({
  id: 'tax-or-subsidy',
  on: 'message',
  group: 'content',
  points: 3,
  explain: 'It promises or demands tax or subsidy money (“{phrase}”), but does not come from a government address.',
  run(message, context) {
    if (isFromAuthority(message, context)) return;
    const hit = baited(message, context, 'tax');
    return hit && { phrase: hit.phrase };
  },
});

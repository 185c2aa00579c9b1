import { registrable } from '../../parse/url.ts';
import { defineCheck } from '../check.ts';
import { tells } from './asks.ts';
import { webLinks } from './demand.ts';

/**
 * A charge that nobody made, to be undone by telephone: the call is the fraud. A receipt with the shop's links passes, and
 * so does a number without a charge to fear.
 */
export const chargeUndoneByPhone = defineCheck({
  id: 'charge-undone-by-phone',
  on: 'message',
  group: 'content',
  points: 2,
  explain:
    'It tells of a charge that is not yours and wants you to call about it (“{phrase}”). Use a number that you know.',
  run(message, context) {
    const [hit] = tells(message, context, 'charge-call');
    const home = registrable(message.from?.domain ?? '');
    if (!hit || (home && webLinks(message, context).some(({ parts }) => parts.domain === home))) return;
    return { phrase: hit.phrase };
  },
});

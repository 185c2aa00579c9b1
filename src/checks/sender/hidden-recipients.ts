import type { Message } from '../../model.ts';
import { defineCheck } from '../check.ts';
import { lures, STORIES } from '../content/demand.ts';
import { isBulk } from '../mail.ts';

/**
 * A mail to nobody, or to nobody in particular, that tells a lure's story: it went to thousands. Newsletters and notices
 * to hidden recipients tell no such story, and a list names itself.
 */
export const hiddenRecipients = defineCheck({
  id: 'hidden-recipients',
  on: 'message',
  group: 'sender',
  points: 1,
  explain: 'It names no recipient, as mail to thousands does, and yet wants something of you (“{phrase}”).',
  run(message, context) {
    if (message.form !== 'raw' || (message.to.length + message.cc.length > 0 && !isNobody(message))) return;
    if (message.forwardedBy || isBulk(message)) return;
    const [hit] = lures(message, context, ...STORIES);
    return hit && { phrase: hit.phrase };
  },
});

/** Groups and names without any address behind them. */
function isNobody({ to, cc }: Message): boolean {
  return [...to, ...cc].every(({ address }) => address === '');
}

import type { Message } from '../../model.ts';
import { defineCheck } from '../check.ts';
import { freeMailDoubt, wordsOf } from './asks.ts';
import { lures, webLinks } from './demand.ts';

/**
 * Business, a secret or friendship proposed in a few lines by somebody in a free mailbox, or with answers going to one, to a
 * list, to nobody, or with the answers going elsewhere. Only an answer is wanted. Freelancers who write to one person by
 * name from their one mailbox pass, and so do answers.
 */
export const proposalFromAStranger = defineCheck({
  id: 'proposal-from-a-stranger',
  on: 'message',
  group: 'content',
  points: 3,
  explain:
    'A stranger proposes something and only wants an answer (“{phrase}”), while {doubt} and it was not written to you alone.',
  run(message, context) {
    if (message.isReply || message.text.length > 3000 || webLinks(message, context).length > 3) return;
    const [hit] = lures(message, context, 'proposal');
    if (!hit || wordsOf(message, context, 'proposal') < 3 || !wentToMany(message)) return;
    const doubt = freeMailDoubt(message, context);
    return doubt ? { phrase: hit.phrase, doubt } : undefined;
  },
});

/** Nobody is named, or answers go to another mailbox than the one it comes from: what mail to thousands does. */
function wentToMany({ form, to, cc, from, replyTo }: Message): boolean {
  if (replyTo.some(({ address }) => address !== '' && address !== from?.address)) return true;
  return form === 'raw' && [...to, ...cc].every(({ address }) => address === '');
}

import { defineCheck } from '../check.ts';
import { isConversation } from '../strangers.ts';

/**
 * A long number in the sender's name ("PONTOS - 0122917271798662"): made for each mail, so that no two are alike. Lets pass
 * answers and lists, delivery reports, and telephone numbers, which gateways put there alone.
 */
export const numberInSenderName = defineCheck({
  id: 'number-in-sender-name',
  on: 'message',
  group: 'sender',
  points: 1,
  explain: 'The sender’s name {name} holds a long number, as mass mail does to look unlike itself.',
  run(message, context) {
    // Of a pasted text the sender is who posted it, perhaps in good faith.
    if (message.form === 'pasted') return;
    const name = message.from?.name.slice(0, 200) ?? '';
    if (!/\d{5,}/.test(name) || !/\p{L}{3}/u.test(name) || isConversation(message, context)) return;
    return /daemon|postmaster|delivery|fax|voice|\+\d/i.test(name) ? undefined : { name };
  },
});

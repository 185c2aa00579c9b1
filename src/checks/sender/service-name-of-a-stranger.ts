import { brandInName, sendsFrom } from '../brands.ts';
import { defineCheck } from '../check.ts';
import { isServiceName } from '../service-names.ts';
import { plainWords } from '../skeleton.ts';
import { isConversation, isStranger } from '../strangers.ts';

/**
 * The sender calls itself a desk ("Account Team", "Kundenservice"), and the house whose address it uses is neither linked
 * nor named: a desk of nobody. Lets pass every service that says whose it is, a brand's own desk,
 * answers and lists.
 */
export const serviceNameOfAStranger = defineCheck({
  id: 'service-name-of-a-stranger',
  on: 'message',
  group: 'sender',
  points: 2,
  explain: 'The sender calls itself {name}, but the mail says nothing of {domain}, where it comes from.',
  run(message, context) {
    const { from } = message;
    if (!from?.domain || !isServiceName(plainWords(from.name))) return;
    const claimed = brandInName(from.name, context.lists);
    if (claimed && sendsFrom(claimed.brand, from.domain, context.lists)) return;
    if (isConversation(message, context) || !isStranger(message, context)) return;
    return { name: from.name, domain: from.domain };
  },
});

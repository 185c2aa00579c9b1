import { mentionsOf } from '../brand-mentions.ts';
import { defineCheck } from '../check.ts';
import { isConversation, isForeignTo, isSmallTalk, leadsAstray } from '../strangers.ts';
import { lures } from './demand.ts';

/**
 * The subject speaks of a brand ("Your Netflix payment"), and the brand has no part in the mail: neither the address nor
 * a link is its own, and the house that did send it is not named. Lets pass answers and lists, where people talk of brands,
 * houses that name themselves (a shop on its PayPal payment, a newspaper), and social networks unless a demand comes with them.
 */
export const brandInSubjectForeignSender = defineCheck({
  id: 'brand-in-subject-foreign-sender',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'The subject names {brand}, but neither the sender nor any link belongs to {brand}.',
  run(message, context) {
    if (isConversation(message, context) || !leadsAstray(message, context)) return;
    const found = mentionsOf(message, context).subject.find(
      ({ brand }) =>
        isForeignTo(brand, message, context) &&
        (!isSmallTalk(brand) || lures(message, context, 'credential', 'account-problem', 'prize').length > 0),
    );
    return found ? { brand: found.name } : undefined;
  },
});

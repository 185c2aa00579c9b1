import { mentionsOf } from '../brand-mentions.ts';
import { defineCheck } from '../check.ts';
import { signsFor } from '../sign-off.ts';
import { isConversation, isForeignTo, leadsAstray } from '../strangers.ts';

/**
 * It signs for a brand ("The Netflix Team", "© 2026 PayPal", "Ihr Sparkasse Team"), and the brand has no part in the mail.
 * Lets pass answers and lists, and houses that name themselves: a shop may print its card company's notice.
 */
export const brandSignatureForeignSender = defineCheck({
  id: 'brand-signature-foreign-sender',
  on: 'message',
  group: 'content',
  points: 3,
  explain: 'It is signed in the name of {brand}, but neither the sender nor any link belongs to {brand}.',
  run(message, context) {
    if (isConversation(message, context) || !leadsAstray(message, context)) return;
    const { text, folded } = mentionsOf(message, context);
    const found = text.find((mention) => signsFor(mention, folded) && isForeignTo(mention.brand, message, context));
    return found ? { brand: found.name } : undefined;
  },
});

import { mentionsOf } from '../brand-mentions.ts';
import { defineCheck } from '../check.ts';
import { isConversation, isForeignTo, isSmallTalk, leadsAstray } from '../strangers.ts';

/** So far into the text a letter head reaches: a word of welcome may stand before it. */
const HEAD = 25;
const SHORT = 3000;

/**
 * The first words of a short mail are a brand's name, as on its letter paper, and the brand has no part in it. Lets pass
 * answers and lists, long texts, and houses that name themselves.
 */
export const brandHeadsLetterForeignSender = defineCheck({
  id: 'brand-heads-letter-foreign-sender',
  on: 'message',
  group: 'content',
  points: 1,
  explain:
    'It begins with the name of {brand} like a letter of theirs, but neither the sender nor any link belongs to {brand}.',
  run(message, context) {
    const { text, folded } = mentionsOf(message, context);
    const [top] = text;
    if (!top || top.start > HEAD || folded.length > SHORT || isSmallTalk(top.brand)) return;
    if (isConversation(message, context) || !leadsAstray(message, context)) return;
    return isForeignTo(top.brand, message, context) ? { brand: top.name } : undefined;
  },
});

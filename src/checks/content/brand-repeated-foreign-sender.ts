import { mentionsOf } from '../brand-mentions.ts';
import { defineCheck } from '../check.ts';
import { isConversation, isForeignTo, isSmallTalk, leadsAstray } from '../strangers.ts';
import { lures } from './demand.ts';

/** About a screen and a half: what is longer tells of more than one thing. */
const SHORT = 4000;

/**
 * A short mail that names one brand over and over is written in its name. Only where the brand has no part in it, and the
 * house that did send it is not named. Lets pass long texts, which may be news, answers and lists, houses that name
 * themselves, and "follow us on" unless a demand comes with it.
 */
export const brandRepeatedForeignSender = defineCheck({
  id: 'brand-repeated-foreign-sender',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'It keeps speaking of {brand}, but neither the sender nor any link belongs to {brand}.',
  run(message, context) {
    const { text, folded } = mentionsOf(message, context);
    if (folded.length > SHORT || isConversation(message, context) || !leadsAstray(message, context)) return;
    for (const [brand, all] of Map.groupBy(text, (mention) => mention.brand)) {
      if (all.length < 2 || !isForeignTo(brand, message, context)) continue;
      if (isSmallTalk(brand) && lures(message, context, 'credential', 'account-problem', 'prize').length === 0)
        continue;
      return { brand: all[0]?.name ?? brand.id };
    }
    return;
  },
});

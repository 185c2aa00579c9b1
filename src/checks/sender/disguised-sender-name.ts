import { defineCheck } from '../check.ts';
import { hasInvisible, mixedScriptWord } from '../skeleton.ts';

/**
 * Letters of several alphabets within one word of the sender's name, or characters between them that draw nothing: done
 * only to slip past filters. Lets pass names in one alphabet each (`Иван Ivan`), Japanese variants and emoji.
 */
export const disguisedSenderName = defineCheck({
  id: 'disguised-sender-name',
  on: 'message',
  group: 'sender',
  points: 4,
  explain: 'The sender’s name {name} is written with disguised letters so that filters do not recognise it.',
  run({ from }) {
    if (!from?.name) return;
    return mixedScriptWord(from.name) || hasInvisible(from.name) ? { name: from.name } : undefined;
  },
});

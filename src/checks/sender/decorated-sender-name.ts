import { defineCheck } from '../check.ts';
import { isConversation, isStranger } from '../strangers.ts';

const DECORATION =
  /(?![©®™])\p{Extended_Pictographic}|_[^_@]{1,40}_|\*\*|^[*#][^*#]{1,60}[*#]|[\u{1d400}-\u{1d7ff}\u{1d00}-\u{1d2b}\u{24b6}-\u{24e9}]{3,}/u;

/**
 * Pictograms, underscores for blanks, stars, or letters from the mathematicians' set in the sender's name, to stand out and
 * to slip past filters. Only where the house behind the address does not speak in the mail: honest shops like hearts too.
 */
export const decoratedSenderName = defineCheck({
  id: 'decorated-sender-name',
  on: 'message',
  group: 'sender',
  points: 1,
  explain: 'The sender’s name is dressed up with signs: {name}.',
  run(message, context) {
    // Of a pasted text the sender is who posted it, perhaps in good faith.
    if (message.form === 'pasted') return;
    const name = message.from?.name.slice(0, 200) ?? '';
    if (!DECORATION.test(name) || isConversation(message, context) || !isStranger(message, context)) return;
    return { name };
  },
});

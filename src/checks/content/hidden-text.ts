import { defineCheck } from '../check.ts';
import { foldText } from '../lures.ts';

const MANY = 60;

/**
 * More text that the reader cannot see than a preview line needs: salad against filters, or orders to machines. Honest
 * newsletters hide a preview of a line or two, often padded with blanks and repeated from the visible text; words that
 * also stand in the visible text (a hidden copy for phones) do not count.
 */
export const hiddenText = defineCheck({
  id: 'hidden-text',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'It hides {words} words that you cannot see, such as “{start}”. Hidden text is there to deceive filters.',
  run(message) {
    const hidden = foldText(message.hiddenText)
      .split(' ')
      .filter((word) => word.length > 2);
    if (hidden.length < MANY) return;
    const visible = new Set(foldText(message.text).split(' '));
    const words = hidden.filter((word) => !visible.has(word));
    if (words.length < MANY) return;
    return { words: String(words.length), start: message.hiddenText.trim().replace(/\s+/g, ' ').slice(0, 60) };
  },
});

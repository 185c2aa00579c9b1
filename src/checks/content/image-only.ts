import { defineCheck } from '../check.ts';
import { webLinks } from './demand.ts';

/**
 * A picture with a link and hardly a word: the lure is painted where no filter reads it. A picture that a friend sends
 * has no link, and a short answer with a linked logo under it begins with `Re:`. The small print about leaving a list is
 * no text: it stands under painted lures too.
 */
export const imageOnly = defineCheck({
  id: 'image-only',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'It is {pictures} with a link and hardly any text, so that its words cannot be checked.',
  run(message, context) {
    if (
      message.pictures === 0 ||
      (message.isReply && /^(?:re|aw|sv|回复|回覆)\s?[:：]/i.test(message.subject)) ||
      webLinks(message, context).length === 0
    )
      return;
    const lines = message.text.split(/[\n.!?]+/).filter((line) => !SMALL_PRINT.test(line));
    const letters = lines.join('').match(/\p{L}/gu)?.length ?? 0;
    if (letters > 60) return;
    return { pictures: message.pictures === 1 ? 'a picture' : `${message.pictures} pictures` };
  },
});

const SMALL_PRINT =
  /https?:|unsubscribe|opt.?out|remove yourself|no longer (?:wish|want)|future e?-?mails?|(?:view|open) (?:it |this |in )|browser|advertisement|marketing message|by writing to|privacy|copyright|all rights/i;

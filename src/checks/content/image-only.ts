import { defineCheck } from '../check.ts';
import { webLinks } from './demand.ts';

/**
 * A picture with a link and hardly a word: the lure is painted where no filter reads it. A picture that a friend sends
 * has no link; adverts of the kind have an address and a way out in words.
 */
export const imageOnly = defineCheck({
  id: 'image-only',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'It is {pictures} with a link and hardly any text, so that its words cannot be checked.',
  run(message, context) {
    if (message.pictures === 0 || message.isReply || webLinks(message, context).length === 0) return;
    const letters = message.text.replace(/https?:\S{1,2000}/g, '').match(/\p{L}/gu)?.length ?? 0;
    if (letters > 60) return;
    return { pictures: message.pictures === 1 ? 'a picture' : `${message.pictures} pictures` };
  },
});

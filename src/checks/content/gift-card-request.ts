import { defineCheck } from '../check.ts';
import { lures, webLinks } from './demand.ts';

/**
 * Somebody wants gift cards bought, or their codes sent. Shops and rewards programmes that sell or give away cards do it
 * with links, and no person asks for silence or haste: those pass here (the prize check looks at them).
 */
export const giftCardRequest = defineCheck({
  id: 'gift-card-request',
  on: 'message',
  group: 'content',
  points: 4,
  explain: 'It is about “{phrase}” and asks you to act quickly or quietly. Cards and their codes cannot be taken back.',
  run(message, context) {
    const [card] = lures(message, context, 'gift-card');
    if (!card || webLinks(message, context).length > 2) return;
    const pressure = lures(message, context, 'urgency', 'secrecy').length > 0;
    const codes = CODES.test(message.text);
    return pressure || codes ? { phrase: card.phrase } : undefined;
  },
});

const CODES =
  /\b(?:send|email|text|scratch|snap|take|reply)\b[^.!?\n]{0,60}\b(?:codes?|pictures?|photos?|back|numbers?)\b|(?:schick|send|rubbel|stuur|kras|envoie|envoye|gratte|env[ií][aeo]|rasp|rasc|gratta|invia|manda)[^.!?\n]{0,60}(?:codes?|c[óo]digos?|codici|fotos?)\b|拍照|卡密|刮开|刮開/i;

import { defineCheck } from '../check.ts';
import { lures, webLinks } from './demand.ts';

/**
 * Easy work or sure profit, and a move to a private chat where no one else reads. Job offers that stay on the sender's
 * own site pass, so does a newsletter that has a chat group and speaks of neither.
 */
export const jobToChat = defineCheck({
  id: 'job-to-chat',
  on: 'message',
  group: 'content',
  points: 3,
  explain:
    'It offers easy work or profit (“{phrase}”) and wants to go on in a private chat, where nobody can warn you.',
  run(message, context) {
    const hits = lures(message, context, 'job');
    const offer = hits.find(({ phrase }) => !CHAT.test(phrase));
    if (!offer) return;
    const linked = webLinks(message, context).some(({ parts }) => CHAT_HOST.test(parts.host));
    return linked || hits.some(({ phrase }) => CHAT.test(phrase)) ? { phrase: offer.phrase } : undefined;
  },
});

const CHAT = /whatsapp|telegram|line|微信|qq|群|飞机/;
const CHAT_HOST = /(?:^|\.)(?:t\.me|telegram\.me|wa\.me|whatsapp\.com|line\.me)$/;

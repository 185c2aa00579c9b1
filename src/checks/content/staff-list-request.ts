import type { Message } from '../../model.ts';
import type { LureHit } from '../check.ts';
import { defineCheck } from '../check.ts';
import { foldedWords } from '../lures.ts';
import { asksReply, tells } from './asks.ts';

/**
 * A list of staff with their taxes, or of customers with what they owe, to be sent by mail. Whoever has it can write to all
 * of them. A report that somebody sends, and does not ask for, passes; so do answers.
 */
export const staffListRequest = defineCheck({
  id: 'staff-list-request',
  on: 'message',
  group: 'content',
  points: 3,
  explain: 'It asks for a list of people and their money (“{phrase}”) by mail. Make sure by phone who wants it.',
  run(message, context) {
    const hit = tells(message, context, 'staff-records').find((one) => !isNotWanted(message, one));
    return hit && message.text.length < 1500 && asksReply(message, context) ? { phrase: hit.phrase } : undefined;
  },
});

/** Chinese says "no need to send it to me" with the very words that ask for it, and a "no need" before them. */
function isNotWanted(message: Message, { start, end }: LureHit): boolean {
  const { plain } = foldedWords(message);
  return NOT_WANTED.test(plain.slice(Math.max(0, start - 4), end + 2));
}

const NOT_WANTED = /(?:不用|不必|不要|[无無][需须須]|[请請]勿)再?(?:回传|回傳|[发發寄传傳][给給到]?)(?:我|过来|過來)/;

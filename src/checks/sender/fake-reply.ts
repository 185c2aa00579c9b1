import { defineCheck } from '../check.ts';
import { isMailingList } from '../mail.ts';

const REPLY = /^\s*(?:re|aw|antw|sv|odp|ynt|rif|回复|答复|回覆)\s*[:：]/i;

/**
 * "Re:" on a mail that answers nothing, to look like a conversation. Only where all headers are at hand. Weak by itself:
 * some phones and ticket systems drop the references. Lets pass a mail that quotes what it answers.
 */
export const fakeReply = defineCheck({
  id: 'fake-reply',
  on: 'message',
  group: 'sender',
  points: 1,
  explain: 'The subject {subject} says that it is an answer, but it answers no earlier mail.',
  run(message) {
    if (message.form !== 'raw' || message.isReply || !REPLY.test(message.subject) || isMailingList(message)) return;
    if (
      /^\s*[>:：]|-----|【|^_{20,}|^(?:on|am|le|el|il|op) .{5,200}(?:wrote|schrieb|écrit|escribió|ha scritto|schreef)/im.test(
        message.text.slice(0, 20_000),
      )
    )
      return;
    return { subject: message.subject };
  },
});

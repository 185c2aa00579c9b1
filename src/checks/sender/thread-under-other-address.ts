import { registrable } from '../../parse/url.ts';
import { defineCheck } from '../check.ts';
import { isOwn } from '../domains.ts';
import { foldText } from '../lures.ts';
import { isMailingList } from '../mail.ts';

/**
 * A quoted mail in the text names the same person as the sender with another address: whoever breaks into a thread
 * answers from a look-alike of the known address. Lets pass the person's other address of the same house, a free mailbox
 * of the same name as people have two of, and lists.
 */
export const threadUnderOtherAddress = defineCheck({
  id: 'thread-under-other-address',
  on: 'message',
  group: 'sender',
  points: 3,
  explain: 'It continues a conversation as {name}, but there the address was {before}, and now it is {now}.',
  run(message, context) {
    const { from, text } = message;
    if (!from?.address || from.name.split(' ').length < 2 || isMailingList(message)) return;
    // Nine of ten mails quote nobody: looking for it letter by letter would be the dearest of all checks.
    if (!/[<\[](?:mailto:)?[\w.+-]{1,64}@/.test(text.slice(0, MOST))) return;
    const name = foldText(from.name);
    for (const [, quoted = '', address = ''] of text.slice(0, MOST).matchAll(QUOTED)) {
      const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
      if (foldText(quoted) !== name || registrable(domain) === registrable(from.domain)) continue;
      if (context.lists.freeMail.has(domain) || isOwn(from.domain, context.organisation)) continue;
      return { name: from.name, before: address.toLowerCase(), now: from.address };
    }
    return;
  },
});

const MOST = 50_000;

/** A line of a quoted head or of an introduction: `From: Carol Jones <carol@…>`, `… Carol Jones <carol@…> wrote:`. */
const QUOTED =
  /(?:^|[\n,>] {0,3})(?:\p{L}{2,12}: ?)?"?([\p{L}][\p{L}.' -]{3,60}?)"? ?(?:<|\[mailto:)([\w.+-]{1,64}@[\w.-]{3,100})[>\]]/gu;

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
    const name = foldText(from.name);
    const top = text.slice(0, MOST);
    for (const { 1: address = '', index } of top.matchAll(ADDRESS)) {
      const quoted = NAME_BEFORE.exec(top.slice(Math.max(0, index - LONGEST), index))?.[1] ?? '';
      const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
      if (foldText(quoted) !== name || registrable(domain) === registrable(from.domain)) continue;
      if (context.lists.freeMail.has(domain) || isOwn(from.domain, context.organisation)) continue;
      return { name: from.name, before: address.toLowerCase(), now: from.address };
    }
    return;
  },
});

const MOST = 50_000;

/** An address as a quoted head or an introduction gives it: `From: Carol Jones <carol@…>`, `… Carol Jones <carol@…> wrote:`. */
const ADDRESS = /(?:<|\[mailto:)([\w.+-]{1,64}@[\w.-]{3,100})[>\]]/g;
const LONGEST = 80;
/** The name before it, at the beginning of a line, behind its label or behind a comma. */
const NAME_BEFORE = /(?:^|[\n,>]) {0,3}(?:\p{L}{2,12}: ?)?"?(\p{L}[\p{L}.' -]+?)"? ?$/u;

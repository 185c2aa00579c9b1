import type { Message, Theme } from '../../model.ts';
import { registrable } from '../../parse/url.ts';
import type { CheckContext, LureHit } from '../check.ts';
import { isOwn } from '../domains.ts';
import { isConversation, leadsAstray } from '../strangers.ts';
import { files, leadsHome, lures } from './demand.ts';

/**
 * Frauds that need nothing to click: what they want is an answer, a call, a document sent back. What tells them is the
 * story and what they ask for, so these checks look at short mails that begin a conversation.
 */

/** Longer than any such fraud: whoever wants an answer does not write pages. */
const SHORT = 2500;

/**
 * The phrases of a story in a short mail that opens a conversation; none in answers, in the mail of colleagues and where
 * every link leads to the sender's own well-known site. An opening post to a list is an opening like any other.
 */
export function tells(message: Message, context: CheckContext, ...themes: Theme[]): LureHit[] {
  if (message.text.length > SHORT || isConversation(message, context) || leadsHome(message, context)) return [];
  if (message.senders.some(({ domain }) => domain !== '' && isOwn(domain, context.organisation))) return [];
  return lures(message, context, ...themes);
}

/** How many different words a mail takes to tell a story: a tale has many, a coincidence has two. */
export function wordsOf(message: Message, context: CheckContext, theme: Theme): number {
  const phrases = context.luresOf(message).filter((hit) => hit.theme === theme);
  return new Set(phrases.flatMap(({ phrase }) => phrase.split(' … '))).size;
}

/** True when the mail wants to be answered, with a word, a number, a document, details. */
export function asksReply(message: Message, context: CheckContext): boolean {
  return lures(message, context, 'answer-wanted', 'secrets').length > 0;
}

/** True when the mail presses: with a deadline, with what happens otherwise, or with a wish for silence. */
export function presses(message: Message, context: CheckContext): boolean {
  return lures(message, context, 'urgency', 'threat', 'secrecy').length > 0;
}

/** What speaks against business mail coming from who it says, as the end of "… but {doubt}". */
export function doubtAbout(message: Message, context: CheckContext): string | undefined {
  const home = registrable(message.from?.domain ?? '');
  if (home && isOwn(home, context.organisation)) return;
  if (context.lists.freeMail.has(home)) return 'it comes from a free mailbox';
  const answer = message.replyTo.find(({ domain }) => domain !== '' && registrable(domain) !== home);
  if (answer && home) return `answers would go to ${answer.domain}`;
  const odd = files(message, context).find(({ extension, type }) => ODD_FILE.test(extension) || type === 'html');
  if (odd) return `the document is of a kind that can do harm (${odd.name})`;
  return leadsAstray(message, context) ? 'its links lead to somebody else' : undefined;
}

/** The end of "… but {doubt}" where a business writes from a free mailbox, or wants its answers at one. */
export function freeMailDoubt({ from, replyTo }: Message, { lists }: CheckContext): string | undefined {
  if (from && lists.freeMail.has(from.domain)) return 'it comes from a free mailbox';
  const answer = replyTo.find(({ domain }) => lists.freeMail.has(domain));
  return answer ? `answers would go to the free mailbox ${answer.address}` : undefined;
}

/** No trading partner sends papers as these. */
const ODD_FILE =
  /^(?:[sx]?html?|svg|mht|zip|rar|7z|ace|gz|tgz|iso|img|cab|arj|lzh|z|xz|r\d\d|one|jar|js|vbs|wsf|hta|lnk|exe|scr)$/;

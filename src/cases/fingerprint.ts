import { createHash } from 'node:crypto';
import { foldText } from '../checks/lures.ts';
import type { Evidence, Gap, Message } from '../model.ts';

/** Texts shorter than this say too little to be recognised by: "see attached" is in every second mail. */
const TELLING = 40;

/** What nobody can look into stays unseen in every copy, and the file's hash says that it is one. */
const SAME_FOR_COPIES: ReadonlySet<Gap['why']> = new Set(['unsupported', 'encrypted', 'not-configured']);

/**
 * Keys under which a copy of the same thing is found: any one in common makes two reports one case.
 *
 * The Message-ID alone never counts, since an attacker chooses it: he could have a harmless mail reported first and send
 * the lure under the same id, to be answered "no known signs". So each key covers everything that could do harm: sender,
 * words, link targets, files. Where something could not be read, the report is only a copy of itself.
 */
export function caseKeys(evidence: Evidence, reportId: string): string[] {
  const { messages, links, attachments, gaps } = evidence;
  const nothing = messages.length + links.length + attachments.length === 0;
  if (nothing || gaps.some(({ blinding, why }) => blinding && !SAME_FOR_COPIES.has(why))) {
    return [key('report', reportId)];
  }
  const harm = {
    texts: messages.map((message) => foldText(`${message.subject}\n${message.text}`)).sort(),
    senders: messages.map((message) => message.from?.address ?? '').sort(),
    // Where links were found to lead is no part of what was sent: a copy may have been asked about at another time.
    links: [...new Set(links.filter(({ chain }) => !chain).map((link) => link.url))].sort(),
    files: [...new Set(attachments.map((attachment) => attachment.sha256))].sort(),
  };
  const telling = harm.texts.join('').length >= TELLING || harm.links.length > 0 || harm.files.length > 0;
  if (!telling) return [key('report', reportId)];
  const ids = messages.map(idOf).filter((id) => id !== '');
  return [key('content', harm), ...(ids.length > 0 ? [key('message', [ids, harm.texts, harm.links, harm.files])] : [])];
}

/** The Message-ID where the mail has one. */
function idOf(message: Message): string {
  return message.messageId ?? '';
}

function key(kind: string, content: unknown): string {
  return `${kind}:${createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 40)}`;
}

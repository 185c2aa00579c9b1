import EmailForwardParser, { type EmailForwardMailbox } from 'email-forward-parser';
import type { Mailbox } from '../model.ts';
import { findBlock } from './forward-block.ts';
import { markerOf, saysForwarded, saysReplied, tellsOfForwarding } from './forward-labels.ts';
import { mailboxOf } from './mailboxes.ts';
import { printedDate } from './printed-date.ts';
import { printedMailboxes, printedSender } from './printed-mailboxes.ts';

/** The original that a forward quotes, as far as the forwarding client printed it. */
export interface Forward {
  /** Where in the text the forward begins (its marker or its header block), and where the quoted body begins. */
  start: number;
  bodyStart: number;
  from?: Mailbox;
  to: Mailbox[];
  cc: Mailbox[];
  replyTo: Mailbox[];
  subject: string;
  /** ISO 8601, where it could be read. */
  sentAt?: string;
}

/** The carrying message, as far as it tells a forward from a reply; none for pasted text. */
export interface Carrier {
  subject: string;
  isReply: boolean;
  /** Whether it may be a colleague's own, see `placeMessage`. */
  fromColleague: boolean;
}

/** The library's cost grows faster than its input; blocks lie near the top. */
const MAX_TEXT = 50_000;

const parser = new EmailForwardParser();

/**
 * Finds the forward in a body that was squashed before (see `squash`).
 *
 * A header block alone is also what stands under every Outlook reply, where the quoted sender is one of us. So it counts
 * only when the subject or the line over it says "forwarded", when there is no carrier to say otherwise, or when a
 * colleague's mail is plainly no reply: he wrote a subject of his own ("is this real?"). A stranger's block without any
 * such word stays part of his text, or he could have his links judged under a name that he made up.
 */
export function findForward(text: string, carrier: Carrier | undefined): Forward | undefined {
  const head = text.slice(0, MAX_TEXT);
  const own = ownForward(head, carrier?.subject);
  const found = own ?? (couldCount(head, carrier) ? libraryForward(head, carrier?.subject) : undefined);
  if (!found) return undefined;
  // A letter may begin "To: the president / From: me": without a marker a pasted block must name somebody.
  if (!carrier) return found.from?.address ? found : undefined;
  if (saysForwarded(carrier.subject) || found.marker === 'forward') return found;
  return mayForwardInHisOwnWords(carrier) && found.from?.address ? found : undefined;
}

function mayForwardInHisOwnWords({ fromColleague, isReply, subject }: Carrier): boolean {
  return fromColleague && !isReply && !saysReplied(subject);
}

/** The library asks a hundred patterns of the whole text: not where nothing that it finds could be taken for a forward. */
function couldCount(text: string, carrier: Carrier | undefined): boolean {
  if (!carrier || saysForwarded(carrier.subject) || mayForwardInHisOwnWords(carrier)) return true;
  return tellsOfForwarding(text);
}

type Found = Forward & { marker?: 'forward' | 'original' };

function ownForward(text: string, subject: string | undefined): Found | undefined {
  const block = findBlock(text, subject);
  if (!block) return undefined;
  const { start, bodyStart, marker, values } = block;
  const sentAt = printedDate(values.get('date') ?? '');
  return {
    start,
    bodyStart,
    ...(marker ? { marker } : {}),
    from: printedSender(values.get('from') ?? ''),
    to: printedMailboxes(values.get('to') ?? ''),
    cc: printedMailboxes(values.get('cc') ?? ''),
    replyTo: printedMailboxes(values.get('replyTo') ?? '').filter(({ address }) => address !== ''),
    subject: values.get('subject') ?? '',
    ...(sentAt ? { sentAt } : {}),
  };
}

/** Shapes that have no block of labels: a line "On … wrote:" under a subject that says forwarded. */
function libraryForward(text: string, subject: string | undefined): Found | undefined {
  const { forwarded, message, email } = readSafely(text, subject);
  if (!forwarded || email.body === undefined || !(email.from.address || email.from.name)) return undefined;
  const start = endOf(text, message ?? '');
  const bodyStart = lineStart(text, email.body, start);
  const list = (boxes: EmailForwardMailbox | EmailForwardMailbox[] | null | undefined): Mailbox[] =>
    [boxes ?? []]
      .flat()
      .slice(0, 200)
      .map((box) => mailboxOf(box.address, box.name));
  const over = text
    .slice(start, start + 200)
    .trim()
    .split('\n', 2);
  const marker = over.map(markerOf).find((found) => found !== undefined);
  return {
    start,
    bodyStart,
    ...(marker ? { marker } : {}),
    from: mailboxOf(email.from.address, email.from.name),
    to: list(email.to),
    cc: list(email.cc),
    replyTo: [],
    subject: email.subject ?? '',
  };
}

type Read = ReturnType<EmailForwardParser['read']>;

/** Longer lines are cut for the library: its patterns take the square of a line of nothing but brackets, and more. */
const LONG_LINE = /^[^\n]{1501,}/gm;

function readSafely(whole: string, subject: string | undefined): Read {
  const text = whole.replace(LONG_LINE, (line) => line.slice(0, 1_500));
  const nothing: Read = {
    forwarded: false,
    message: null,
    email: { from: { address: null, name: null }, subject: null },
  };
  try {
    // With a subject that says so, the library also takes a bare header block; without, it wants a marker.
    const bySubject = subject && saysForwarded(subject) ? parser.read(text, subject) : nothing;
    if (bySubject.email.body !== undefined) return bySubject;
    const byBody = parser.read(text);
    // Pasted text has no subject to tell by: the block that somebody pasted is what is asked about.
    return byBody.forwarded || subject !== undefined ? byBody : parser.read(text, 'Fwd: ');
  } catch {
    return nothing;
  }
}

function endOf(text: string, comment: string): number {
  const lines = comment.trim().split('\n');
  const whole = text.indexOf(comment.trim());
  if (whole >= 0) return whole + comment.trim().length;
  const last = lines.at(-1) ?? '';
  const at = text.indexOf(last);
  return at < 0 ? 0 : at + last.length;
}

/** Where the line begins that the body begins with; quote marks before it do not count. */
function lineStart(text: string, body: string, from: number): number {
  const first = body.trim().split('\n', 1)[0]?.trim() ?? '';
  if (first === '') return text.length;
  let offset = from;
  for (const line of text.slice(from).split('\n')) {
    if (line.replace(/^[>\s]+/, '').trim() === first) return offset;
    offset += line.length + 1;
  }
  const at = text.indexOf(first, from);
  return at < 0 ? from : at;
}

import EmailForwardParser, { type EmailForwardMailbox } from 'email-forward-parser';
import type { Mailbox } from '../model.ts';
import { findCjkBlock } from './forward-cjk.ts';
import { mailboxOf, parseMailboxes } from './mailboxes.ts';

/** The original that a forward quotes, as far as the forwarding client printed it. */
export interface Forward {
  /** Where in the text the forward begins (its marker or its header block), and where the quoted body begins. */
  start: number;
  bodyStart: number;
  from?: Mailbox;
  to: Mailbox[];
  cc: Mailbox[];
  subject: string;
}

/** The recogniser's cost grows faster than its input; blocks lie near the top. */
const MAX_TEXT = 50_000;

/** Subjects of forwards in the languages of common mail clients. */
const FORWARDED =
  /^\s{0,3}(?:\[[^\]]{1,40}\]\s{0,3})?(?:fwd?|wg|tr|rv|vs|i|enc|pd|vb|[iİ]lt|doorst|fs|vl|továbbítás|转发|轉寄|转寄|転送|전달)\s{0,3}(?:\[\d{1,2}\])?\s{0,3}[:：]/iu;

/** Words by which a marker says that it is a forward, and not the tail of a reply. */
const SAYS_FORWARD =
  /forward|fwd|weitergeleitet|transf[eé]r|r[eé]exp[eé]di|reenvia|encaminha|inoltrat|doorgestuurd|vidarebeforda|videresend|välitet|przekaz|přepos|preposlan|пересыл|пересла|перенаправ|iletil|továbbít|redirec|redirijat|转发|轉寄|转寄|転送|전달/i;

const parser = new EmailForwardParser();

/**
 * Finds the forward in a body that was squashed before (see `squash`). `subject` is that of the carrying message,
 * undefined where there is none (pasted text).
 *
 * A header block alone is also what stands under every Outlook reply, where the quoted sender is one of us. So it counts
 * only when the subject, or the marker itself, says "forwarded", or when nothing says otherwise because there is no
 * subject at all.
 */
export async function findForward(text: string, subject: string | undefined): Promise<Forward | undefined> {
  const head = text.slice(0, MAX_TEXT);
  const [cjk, known] = [await cjkForward(head), libraryForward(head, subject)];
  const found = cjk && known ? (cjk.start <= known.start ? cjk : known) : (cjk ?? known);
  if (!found) return undefined;
  // A letter may begin "To: the president / From: me": without a marker a pasted block must name somebody.
  if (subject === undefined) return found.from?.address ? found : undefined;
  if (FORWARDED.test(subject)) return found;
  const marker = head
    .slice(found.start, found.start + 200)
    .trim()
    .split('\n', 2)
    .join(' ');
  if (SAYS_FORWARD.test(marker)) return found;
  return undefined;
}

async function cjkForward(text: string): Promise<Forward | undefined> {
  const block = findCjkBlock(text);
  if (!block) return undefined;
  const [from, to, cc] = await Promise.all([block.from, block.to, block.cc].map(boxes));
  const { start, bodyStart, subject } = block;
  return { start, bodyStart, from: from?.[0], to: to ?? [], cc: cc ?? [], subject };
}

/** Also reads `"Ada"<ada@a.example>;` and `ada@a.example (Ada)`, as Asian clients print them. */
async function boxes(value: string): Promise<Mailbox[]> {
  const plain = value
    .replace(/[；、]/g, ',')
    .replace(/;/g, ',')
    .replace(/[＜《]/g, '<')
    .replace(/[＞》]/g, '>')
    .replace(/\[mailto:([^\]]{1,320})\]/gi, '<$1>');
  return parseMailboxes(plain);
}

function libraryForward(text: string, subject: string | undefined): Forward | undefined {
  const { forwarded, message, email } = readSafely(text, subject);
  if (!forwarded || email.body === undefined || !(email.from.address || email.from.name)) return undefined;
  const start = endOf(text, message ?? '');
  const bodyStart = lineStart(text, email.body, start);
  const list = (boxes: EmailForwardMailbox | EmailForwardMailbox[] | null | undefined): Mailbox[] =>
    [boxes ?? []]
      .flat()
      .slice(0, 200)
      .map((box) => mailboxOf(box.address, box.name));
  return {
    start,
    bodyStart,
    from: mailboxOf(email.from.address, email.from.name),
    to: list(email.to),
    cc: list(email.cc),
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
    const bySubject = subject && FORWARDED.test(subject) ? parser.read(text, subject) : nothing;
    if (bySubject.email.body !== undefined) return bySubject;
    const byBody = parser.read(text);
    // Pasted text has no subject to tell by: the block that somebody pasted is what is asked about.
    return byBody.forwarded || subject !== undefined ? byBody : parser.read(text, 'Fwd: ');
  } catch {
    return nothing;
  }
}

const LEFT_OVER = /^(?:from|to|cc|date|sent|subject|reply-to|von|an|datum|betreff|para|fecha|asunto|objet)\s?:/i;

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
  let found = false;
  let skipped = 0;
  for (const line of text.slice(from).split('\n')) {
    const bare = line.replace(/^[>\s]+/, '').trim();
    found ||= bare === first;
    // The library leaves some lines of Thunderbird's table of headers in the body.
    if (found && (skipped >= 4 || !LEFT_OVER.test(bare))) return offset;
    if (found) skipped += 1;
    offset += line.length + 1;
  }
  const at = text.indexOf(first, from);
  return at < 0 ? from : at;
}

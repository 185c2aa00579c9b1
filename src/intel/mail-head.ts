import { cleanMail } from '../parse/mail-bytes.ts';

const MAX_HEAD = 512 * 1024;
const MOST_LINES = 1_000;

export interface HeadLine {
  /** Lower case. */
  name: string;
  /** Unfolded. */
  value: string;
  /** The line as it stands, folds included, without its last line end. Latin-1, so that no byte is lost. */
  raw: string;
}

export interface MailHead {
  /** The bytes that were signed: without a byte-order mark or the `From ` line of an mbox. */
  mail: Buffer;
  lines: HeadLine[];
  /** Where the body begins, its empty line included. */
  end: number;
}

/** The header lines of a raw mail; undefined for a head too large for any honest mail. */
export function readHead(bytes: Uint8Array): MailHead | undefined {
  const mail = cleanMail(bytes);
  const ends = [mail.indexOf('\n\n'), mail.indexOf('\n\r\n')].filter((at) => at >= 0);
  const end = ends.length > 0 ? Math.min(...ends) + 1 : mail.length;
  if (end > MAX_HEAD) return undefined;
  const raws = mail
    .toString('latin1', 0, end)
    .replace(/\r?\n$/, '')
    .split(/\r?\n(?![ \t])/);
  if (raws.length > MOST_LINES) return undefined;
  const lines = raws.map((raw): HeadLine => {
    const colon = raw.indexOf(':');
    const value = raw.slice(colon + 1).replace(/\r?\n[ \t]*/g, ' ');
    return { name: raw.slice(0, Math.max(0, colon)).trim().toLowerCase(), value: value.trim(), raw };
  });
  return { mail, lines, end };
}

/** Ours alone to compare: tells whether a message of the evidence was read from this very head. */
export function headMark(headers: readonly { name: string; value: string }[]): string {
  return ['from', 'message-id', 'date', 'to']
    .map((name) => headers.find((header) => header.name === name)?.value ?? '')
    .map((value) => value.slice(0, 1_000).replace(/[^\x21-\x7e]+/g, ''))
    .join('\n');
}

export function valuesOf({ lines }: Pick<MailHead, 'lines'>, name: string): string[] {
  return lines.filter((line) => line.name === name).map(({ value }) => value);
}

/**
 * Whether the mail may have travelled on after its first delivery: through a list, a forwarding rule, by hand. That
 * breaks SPF and signatures of honest mail. Anyone may add such a line to be let off, so it stops an accusation only,
 * and never earns a pass.
 */
export function looksForwarded(head: Pick<MailHead, 'lines'>): boolean {
  return head.lines.some(
    ({ name, value }) =>
      name.startsWith('resent-') ||
      FORWARD.has(name) ||
      (name === 'arc-seal' && /(?:^|;)\s{0,5}i\s{0,5}=\s{0,5}(?:[2-9]|\d\d)/.test(value.slice(0, 1_000))) ||
      (name === 'return-path' && /srs[01]?[=+-]|\+caf_=/i.test(value)),
  );
}

const FORWARD = new Set([
  'list-id',
  'list-post',
  'mailing-list',
  'x-mailman-version',
  'x-forwarded-to',
  'x-forwarded-for',
  'x-forwarded-by',
  'x-loop',
]);

/** A gateway's mark in the subject: it rewrote the mail, and a signature that fails says nothing of the sender. */
export function isTagged(head: Pick<MailHead, 'lines'>): boolean {
  return valuesOf(head, 'subject').some((subject) =>
    /^\s{0,10}(?:[[({*]|=\?|ext(?:ern)?\b)/i.test(subject.slice(0, 60)),
  );
}

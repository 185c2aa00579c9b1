import parseDkimHeaders from 'mailauth/lib/parse-dkim-headers.js';
import { type AddressObject, type HeaderLines, simpleParser } from 'mailparser';
import type { AuthenticationResult, Header, Mailbox } from '../model.ts';
import { mendWords } from './charset.ts';
import { decodeBytes } from './charset-guess.ts';
import { mailboxesOf, parseMailboxLists } from './mailboxes.ts';

const MOST_HEADERS = 300;
const MAX_VALUE = 4_000;
const MOST_RESULTS = 30;

/** Header lines in order, duplicates kept, values unfolded. Raw 8-bit values are decoded, with the body's encoding as a hint. */
export function headersOf(lines: HeaderLines, charset?: string): { headers: Header[]; cut: boolean } {
  const headers = lines.slice(0, MOST_HEADERS).map(({ key, line }): Header => {
    const value = line.slice(line.indexOf(':') + 1).slice(0, MAX_VALUE * 4);
    return {
      name: key.slice(0, 100),
      value: eightBit(value, charset)
        .replace(/\r?\n[ \t]*/g, ' ')
        .trim()
        .slice(0, MAX_VALUE),
    };
  });
  return { headers, cut: lines.length > MOST_HEADERS };
}

/** mailparser keeps header lines as Latin-1 so that no byte is lost. */
function eightBit(value: string, charset: string | undefined): string {
  return /[\x80-\xff]|\x1b\$/.test(value) ? decodeBytes(Buffer.from(value, 'latin1'), undefined, charset) : value;
}

export function headerValue(headers: Header[], name: string): string | undefined {
  return headers.find((header) => header.name === name)?.value;
}

/**
 * For each name the mailboxes of every header of that name, first header first: mailparser alone would let the last one
 * win, and most clients show the first.
 */
export async function mailboxesIn(
  headers: Header[],
  names: readonly string[],
  { charset, parsed }: { charset?: string | undefined; parsed?: ParsedHeaders | undefined } = {},
): Promise<Mailbox[][]> {
  const wanted = names.map((name) => headers.filter((known) => known.name === name).slice(0, 10));
  const known = wanted.map((those, at) =>
    those.length === 1 && isPlain(those[0]?.value ?? '') ? parsed?.get(names[at] ?? '') : undefined,
  );
  const values = wanted
    .filter((_, at) => !known[at])
    .flat()
    .map(({ value }) => mendWords(value, charset));
  const lists = (await parseMailboxLists(values)).values();
  return wanted.map((those, at) => {
    const read = known[at];
    return (read ? mailboxesOf(read as AddressObject) : those.flatMap(() => lists.next().value ?? [])).slice(0, 500);
  });
}

/** What mailparser made of the headers. Where there was nothing to mend, reading them a second time would say the same. */
export type ParsedHeaders = ReadonlyMap<string, unknown>;

function isPlain(value: string): boolean {
  return value.length < MAX_VALUE && /^[\x20-\x7e]*$/.test(value) && !value.includes('=?');
}

/** A subject with its encoded words decoded. */
export async function decodeSubject(value: string, charset?: string): Promise<string> {
  if (!value.includes('=?')) return value;
  const { subject } = await simpleParser(Buffer.from(`Subject: ${mendWords(value, charset)}\r\n\r\n`));
  return subject ?? value;
}

/** ISO 8601 of a Date header; a time without zone counts as UTC, so that the machine's own zone changes nothing. */
export function dateOf(value: string | undefined): string | undefined {
  if (!value) return undefined;
  const plain = value
    .replace(/\([^)]{0,100}\)/g, '')
    .trim()
    .slice(0, 100);
  // Engines read a date into almost any word with a number behind it.
  if (!/^\D{0,12}\d{1,2}\s{1,3}[a-z]{3,9}\.?\s{1,3}\d{2,4}\b|^\d{4}-\d{2}-\d{2}/i.test(plain)) return undefined;
  const zoned = /[+-]\d{4}$|\b(?:gmt|utc|ut|z|[ecmp][sd]t)$/i.test(plain) ? plain : `${plain} +0000`;
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** What mail servers noted of SPF, DKIM and DMARC. Anyone may write such a header: whom to believe is the checks' matter. */
export function authenticationOf(headers: Header[]): AuthenticationResult[] {
  const found: AuthenticationResult[] = [];
  for (const header of headers.filter(({ name }) => name === 'authentication-results').slice(0, 10)) {
    found.push(...resultsIn(header.value));
  }
  return found.slice(0, MOST_RESULTS);
}

interface Entry {
  value?: unknown;
  header?: Record<string, unknown>;
  smtp?: Record<string, unknown>;
}

function resultsIn(value: string): AuthenticationResult[] {
  try {
    const { parsed } = parseDkimHeaders(`Authentication-Results: ${value}`);
    // "mx.example 1;": the server's name may be followed by a version.
    const authserv = String(parsed.value ?? '').split(/\s/, 1)[0] ?? '';
    return (['spf', 'dkim', 'dmarc'] as const).flatMap((method) =>
      ([parsed[method] ?? []].flat() as Entry[]).slice(0, 10).map((entry): AuthenticationResult => {
        const claimed = {
          spf: entry.smtp?.mailfrom,
          dkim: entry.header?.d ?? entry.header?.i,
          dmarc: entry.header?.from,
        };
        const domain = String(claimed[method] ?? '')
          .split('@')
          .at(-1)
          ?.toLowerCase()
          .slice(0, 255);
        const result = String(entry.value ?? '')
          .toLowerCase()
          .slice(0, 30);
        return { authserv, method, result, ...(domain ? { domain } : {}) };
      }),
    );
  } catch {
    return [];
  }
}

import { charsetOf, decodeBytes } from './charset-guess.ts';

/** Bytes of a part that are undone and looked at to tell its encoding. */
const SAMPLE = 32_000;
const MOST_PARTS = 1_000;
/** Longer mails are read as they label themselves. */
const MOST_BYTES = 20_000_000;

/**
 * The same mail with the right charset on every text part, and with the names of its files in UTF-8: the MIME reader
 * believes what parts say of themselves, and much real mail says nothing or the wrong thing. Parts in plain ASCII and
 * rightly labelled ones stay byte for byte. `charset` is what was found in the first text that is not UTF-8: a hint for
 * headers without a label.
 */
export function mendLabels(mail: Buffer): { mail: Buffer; charset?: string } {
  if (mail.length > MOST_BYTES) return { mail };
  const source = mail.toString('latin1');
  const pieces: string[] = [];
  let charset: string | undefined;
  let done = 0;
  for (const { start, bodyStart, end } of partsOf(source)) {
    const head = source.slice(start, bodyStart);
    const found = charsetOfPart(head, source.slice(bodyStart, Math.min(end, bodyStart + SAMPLE * 2)), charset);
    if (found && found !== 'utf-8') charset ??= found;
    const mended = mendForm(mendNames(found ? labelled(head, found) : head, charset));
    if (mended === head) continue;
    pieces.push(source.slice(done, start), mended);
    done = bodyStart;
  }
  if (pieces.length === 0) return { mail, charset };
  pieces.push(source.slice(done));
  return { mail: Buffer.from(pieces.join(''), 'latin1'), charset };
}

/** What clients let pass and the MIME reader does not: blanks before a colon, quotes around an encoding, half a type. */
function mendForm(head: string): string {
  return head
    .replace(/^([!-9;-~]{1,80})[ \t]{1,20}:/gm, '$1:')
    .replace(/^(content-transfer-encoding:[ \t]{0,9})["']([\w-]{1,40})["']/im, '$1$2')
    .replace(/^content-type:[ \t]{0,9}[^/;\s]{0,100}(?=;|\r?\n(?![ \t]))/im, 'Content-Type: text/plain');
}

interface Part {
  start: number;
  /** Behind the empty line that ends the headers. */
  bodyStart: number;
  end: number;
}

/** The mail itself and each part between boundaries, however they nest. */
function partsOf(source: string): Part[] {
  const boundaries = new Set<string>();
  for (const [, quoted, bare] of source.matchAll(/boundary\s{0,5}=\s{0,5}(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/gi)) {
    boundaries.add((quoted ?? bare ?? '').trimEnd());
    if (boundaries.size >= MOST_PARTS) break;
  }
  const starts = [0];
  const ends: number[] = [];
  if (boundaries.size > 0) {
    for (const line of source.matchAll(/^--([^\r\n]{1,202})\r?\n?/gm)) {
      const name = (line[1] as string).trimEnd();
      if (!boundaries.has(name) && !(name.endsWith('--') && boundaries.has(name.slice(0, -2)))) continue;
      ends.push(line.index);
      starts.push(line.index + line[0].length);
      if (starts.length > MOST_PARTS) break;
    }
  }
  return starts.map((start, at) => {
    const end = ends[at] ?? source.length;
    // A part may begin with the empty line: then it has no headers.
    const blank = /^\r?\n|\r?\n\r?\n/g;
    const match = blank.exec(source.slice(start, Math.min(end, start + 100_000)));
    return { start, bodyStart: match ? start + match.index + match[0].length : start, end };
  });
}

const TYPE = /^content-type[ \t]{0,9}:[ \t]{0,9}((?:[^\r\n]|\r?\n[ \t]){0,2000})/im;
const CHARSET = /charset\s{0,9}=\s{0,9}(?:"([^"]{0,60})"|'([^']{0,60})'|([^;\s"']{0,60}))/i;

/** Asked of a body before it is undone, which costs much more: high bytes as they are or quoted, by a broken line too. */
const MAY_BE_FOREIGN = /[\x80-\xff\x1b]|=(?:=|1[b=]|[89a-f][0-9a-f=])/i;

/** The encoding of a text part that holds more than ASCII; `undefined` for all others. */
function charsetOfPart(head: string, body: string, hint: string | undefined): string | undefined {
  const type = TYPE.exec(head)?.[1];
  if (type !== undefined && !/^(?:text\/(?:plain|html)|text\s{0,3}(?:;|$))/i.test(type)) return undefined;
  const encoding = /^content-transfer-encoding[ \t]{0,9}:\s{0,9}([\w-]{1,40})/im.exec(head)?.[1];
  if (!/^base64$/i.test(encoding ?? '') && !MAY_BE_FOREIGN.test(body)) return undefined;
  const bytes = undo(body, encoding);
  if (!isForeign(bytes)) return undefined;
  const [, quoted, single, bare] = CHARSET.exec(type ?? '') ?? [];
  const declared = quoted ?? single ?? bare;
  const page = bytes.toString('latin1', 0, 4_000);
  const meta = /<meta[^>]{0,200}charset\s{0,5}=\s{0,5}["']?([\w:.-]{1,40})/i.exec(page)?.[1]?.toLowerCase();
  return charsetOf(bytes, declared || meta, meta ?? hint);
}

function undo(body: string, encoding: string | undefined): Buffer {
  if (/^base64$/i.test(encoding ?? '')) return Buffer.from(body, 'base64');
  if (!/^quoted-printable$/i.test(encoding ?? '')) return Buffer.from(body, 'latin1');
  return unquoted(Buffer.from(body.replace(/=[ \t]{0,9}\r?\n/g, ''), 'latin1'));
}

/** Quoted bytes as they are, written over what stood there: a text for each would cost more than the rest of the reading. */
function unquoted(bytes: Buffer): Buffer {
  let out = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    const value = byte === 0x3d ? hexPair(bytes, at + 1) : -1;
    bytes[out] = value < 0 ? byte : value;
    out += 1;
    if (value >= 0) at += 2;
  }
  return bytes.subarray(0, out);
}

/** The byte that two hexadecimal digits stand for; negative where they are none. */
function hexPair(bytes: Uint8Array, at: number): number {
  const high = HEX[bytes[at] ?? 0] as number;
  const low = HEX[bytes[at + 1] ?? 0] as number;
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

const HEX = Int8Array.from({ length: 256 }, (_, byte) =>
  '0123456789abcdef'.indexOf(String.fromCharCode(byte).toLowerCase()),
);

function isForeign(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] as number) >= 0x80 || bytes[at] === 0x1b) return true;
  }
  return false;
}

/** The head with this charset instead of what it says. */
function labelled(head: string, charset: string): string {
  const match = TYPE.exec(head);
  if (!match) return `Content-Type: text/plain; charset=${charset}\r\n${head}`;
  const [whole, value = ''] = match;
  const [, quoted, single, bare] = CHARSET.exec(value) ?? [];
  if ((quoted ?? single ?? bare)?.trim().toLowerCase() === charset) return head;
  const type = /^[^;\s]{1,100}/.exec(value)?.[0] ?? 'text/plain';
  const rest = value
    .slice(type.length)
    .replace(CHARSET, '')
    .replace(/;\s{0,9}charset\s{0,9}(?=;|$)/i, '')
    .replace(/^[;\s]+|[;\s]+$/g, '');
  const plain = `Content-Type: ${type.includes('/') ? type : 'text/plain'}; charset=${charset}${rest ? `; ${rest}` : ''}`;
  return head.slice(0, match.index) + plain + head.slice(match.index + whole.length);
}

/** Names of files: raw bytes and percent-encoded ones without a label to UTF-8, encoded words by what they hold. */
function mendNames(head: string, hint: string | undefined): string {
  return head.replace(/^content-(?:type|disposition)[ \t]{0,9}:(?:[^\r\n]|\r?\n[ \t]){0,4000}/gim, (line) => {
    let mended = mendWords(line, hint);
    if (/[\x80-\xff]/.test(mended))
      mended = Buffer.from(decodeBytes(Buffer.from(mended, 'latin1'), undefined, hint)).toString('latin1');
    return mended.replace(
      /(name\*(?:0\*)?=)''((?:%[0-9a-f]{2}|[\w.~-]){1,2000})/gi,
      (_, name: string, value: string) =>
        `${name}${charsetOf(
          Buffer.from(
            value.replace(/%(..)/g, (__, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
            'latin1',
          ),
          undefined,
          hint,
        )}''${value}`,
    );
  });
}

/**
 * Encoded words (RFC 2047) anew in UTF-8, each run of them decoded by what it holds and not by its label alone; a
 * character that was cut in two between words is whole again. Still encoded, so that no quote or comma in them changes
 * the address around.
 */
export function mendWords(value: string, hint?: string): string {
  if (!value.includes('=?')) return value;
  const pieces: string[] = [];
  let run: { charset: string; bytes: Buffer[] } | undefined;
  let done = 0;
  const flush = (): void => {
    if (!run) return;
    const text = decodeBytes(Buffer.concat(run.bytes), run.charset, hint);
    pieces.push(`=?utf-8?B?${Buffer.from(text).toString('base64')}?=`);
    run = undefined;
  };
  let words = 0;
  for (const word of value.matchAll(/=\?([\w:.+-]{1,60})(?:\*[\w-]{0,20})?\?([bq])\?([^?\r\n]{0,4000})\?=/gi)) {
    const [whole, name = '', kind = '', content = ''] = word;
    const between = value.slice(done, word.index);
    const charset = name.toLowerCase();
    words += 1;
    if (words > 1_000) break;
    if (!run || run.charset !== charset || between.trim() !== '') {
      flush();
      pieces.push(between);
      run = { charset, bytes: [] };
    }
    run.bytes.push(
      /b/i.test(kind) ? Buffer.from(content, 'base64') : undo(content.replaceAll('_', ' '), 'quoted-printable'),
    );
    done = word.index + whole.length;
  }
  flush();
  pieces.push(value.slice(done));
  return pieces.join('');
}

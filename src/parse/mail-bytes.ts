import { decodeText } from './files/text.ts';

const HEAD = 65_536;
const CR = 13;
const LF = 10;

/**
 * Raw mail as mailparser can read it. Each of these alone makes it lose every header, and an attacker or a careless
 * export may produce them: a byte-order mark, UTF-16, blank lines before the first header, the `From ` line of an mbox,
 * line ends of CR only.
 */
export function cleanMail(bytes: Uint8Array): Buffer {
  let mail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if ((mail[0] === 0xff && mail[1] === 0xfe) || (mail[0] === 0xfe && mail[1] === 0xff)) {
    mail = Buffer.from(new TextDecoder(mail[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(mail));
  }
  if (mail[0] === 0xef && mail[1] === 0xbb && mail[2] === 0xbf) mail = mail.subarray(3);
  const head = mail.subarray(0, HEAD);
  if (!head.includes(LF) && head.includes(CR)) {
    mail = Buffer.from(mail);
    for (let at = mail.indexOf(CR); at >= 0; at = mail.indexOf(CR, at + 1)) mail[at] = LF;
  }
  let start = 0;
  while (start < mail.length && [CR, LF, 32, 9].includes(mail[start] as number)) start += 1;
  // `From : Eve` is a header, with a blank too many.
  if (/^>?From [^:]/.test(mail.subarray(start, start + 8).toString('latin1'))) {
    const end = mail.indexOf(LF, start);
    start = end < 0 ? mail.length : end + 1;
  }
  return mail.subarray(start);
}

const KNOWN =
  /^(?:received|return-path|delivered-to|from|to|cc|subject|date|message-id|mime-version|content-type|reply-to|sender|authentication-results|dkim-signature|arc-seal|importance|references|in-reply-to|x-[\w-]{1,60})\s?:/i;

/** How many of the first lines are headers as a mail has them; 0 when an ordinary line comes first. */
export function countHeaders(text: string): number {
  const names = new Set<string>();
  for (const line of text.slice(0, HEAD).split(/\r\n?|\n/, 200)) {
    if (line.trim() === '') break;
    if (/^[ \t]/.test(line) && names.size > 0) continue;
    const name = KNOWN.exec(line)?.[0].toLowerCase();
    if (name) names.add(name);
    else if (!/^[\w-]{1,80}\s?:/.test(line)) break;
  }
  return names.size;
}

/** True for bytes that begin as a mail does. */
export function looksLikeMail(bytes: Uint8Array): boolean {
  return countHeaders(cleanMail(bytes).subarray(0, HEAD).toString('latin1')) >= 2;
}

/**
 * What can still be read of a mail that the MIME reader refuses: its text with base64 and quoted-printable undone
 * wherever they stand, whatever the parts claim.
 */
export function scrape(mail: Buffer): string {
  const text = decodeText(mail.subarray(0, 4_000_000));
  const printable = text
    .replace(/=\r?\n/g, '')
    .replace(/(?:=[0-9a-f]{2})+/gi, (run) => decodeText(Buffer.from(run.replaceAll('=', ''), 'hex')));
  const decoded: string[] = [];
  for (const block of text.matchAll(/(?:^[A-Za-z0-9+/]{40,1000}={0,2}\r?\n){1,5000}/gm)) {
    decoded.push(decodeText(Buffer.from(block[0], 'base64').subarray(0, 200_000)));
    if (decoded.length >= 20) break;
  }
  return [printable, ...decoded].join('\n');
}

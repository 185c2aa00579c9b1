import iconv from 'iconv-lite';
import { plausibility } from './charset-score.ts';

/** Bytes that are looked at: what stands there tells the encoding of the rest. */
const SAMPLE = 6_000;
const CANDIDATES = [
  'windows-1252',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1251',
  'koi8-r',
  'windows-1250',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-874',
];

const WIDE = /gb|big5|jis|euc|949/;
const CYRILLIC = /koi8|1251/;
const RARE = /125[3-6]|874/;

/**
 * The encoding in which bytes are really written. What is `declared` holds unless another one is clearly better: honest
 * text is never touched, but Chinese that calls itself Latin-1 is read. `hint` is what stands elsewhere in the same mail.
 * Deterministic: validity, and how common the characters are that come out.
 */
export function charsetOf(bytes: Uint8Array, declared?: string, hint?: string): string {
  const named = declared ? nameOf(declared) : undefined;
  const first = firstHigh(bytes);
  if (first < 0) {
    const head = Buffer.from(bytes.subarray(0, SAMPLE * 4)).toString('latin1');
    return /\x1b\$[@B]|\x1b\([IJ]/.test(head) ? 'iso-2022-jp' : (named ?? 'utf-8');
  }
  if (named === 'utf-16le' || named === 'utf-16be' || named?.startsWith('iso-2022') || named === 'utf-7') return named;
  const sample = bytes.subarray(Math.max(0, first - 20), first + SAMPLE);
  const utf8 = utf8Of(sample);
  const isWide = named !== undefined && WIDE.test(named);
  // Few other texts happen to be whole UTF-8: of these, only such as are written two bytes a character.
  if (utf8 && !isWide) return 'utf-8';
  const own = named ? plausibility(decodeAs(sample, named), named) : undefined;
  if (utf8) {
    const { score } = plausibility(utf8, 'utf-8 jp');
    return isWide && own && own.score > 0.5 && own.score > score ? named : 'utf-8';
  }
  // Cyrillic letters in Latin words are a trick and no mistake of the label: what clients show must stay in sight. So a
  // label that is no default, and that every byte agrees with, yields only to what is wholly another script.
  const isSpecial =
    named !== undefined && named !== 'windows-1252' && named !== 'utf-8' && !decodeAs(sample, named).includes('\ufffd');
  let best = named ?? 'windows-1252';
  let most = own ? own.score + 0.35 : -9;
  for (const charset of CANDIDATES) {
    if (charset === named || (isSpecial && !WIDE.test(charset) && !CYRILLIC.test(charset))) continue;
    const { score, seen } = plausibility(decodeAs(sample, charset), charset);
    // Two Chinese characters may be four Arabic letters.
    if (RARE.test(charset) && seen < 6) continue;
    // One odd letter proves nothing against what the mail itself says.
    if (own && (score < 0.25 || (seen < 3 && own.score > -1))) continue;
    const bonus = charset === hint ? 0.2 : charset === 'windows-1252' ? 0.1 : 0;
    if (score + bonus > most) [best, most] = [charset, score + bonus];
  }
  return best;
}

/** Text out of bytes, by the encoding that they are really in. Never throws. */
export function decodeBytes(bytes: Uint8Array, declared?: string, hint?: string): string {
  return decodeAs(bytes, charsetOf(bytes, declared, hint));
}

/** Text out of bytes in one encoding, right or wrong. */
export function decodeAs(bytes: Uint8Array, charset: string): string {
  try {
    // `stream` so that a character cut in two at the end is no hole.
    return new TextDecoder(charset).decode(bytes, { stream: true });
  } catch {
    return iconv.decode(Buffer.from(bytes), charset);
  }
}

/** The name by which it can be decoded; `undefined` for one that nobody knows, and for what names no encoding. */
function nameOf(declared: string): string | undefined {
  const name = declared
    .trim()
    .toLowerCase()
    .replace(/^["']|["';]+$/g, '');
  // ASCII with letters beyond it, and the names that software writes when it does not know.
  if (/^(?:us-ascii|ascii|ansi_x3.*|unknown.*|x-unknown.*|default.*|none|null|binary|8bit|7bit|)$/.test(name))
    return undefined;
  if (/^gb(?:k|_?2312(?:-80)?|2312)$|^(?:x-gbk|cp-?936|chinese)$/.test(name)) return 'gb18030';
  const page = /^(?:cp|windows|ibm|x-cp|ms)-?(\d{3,5})$/.exec(name)?.[1];
  const known = page ? CODE_PAGES[Number(page)] : undefined;
  if (known) return known;
  try {
    const { encoding } = new TextDecoder(name);
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch {
    return iconv.encodingExists(name) ? name : undefined;
  }
}

/** The encoding of a Windows code page by its number; `undefined` for one that is not known, or names none (0). */
export function charsetOfCodePage(page: number | undefined): string | undefined {
  if (page === undefined) return undefined;
  if (CODE_PAGES[page]) return CODE_PAGES[page];
  if (page >= 1250 && page <= 1258) return `windows-${page}`;
  if (page >= 28_591 && page <= 28_606) return `iso-8859-${page - 28_590}`;
  return iconv.encodingExists(`cp${page}`) ? `cp${page}` : undefined;
}

/** Source: Microsoft's list of code page identifiers. */
const CODE_PAGES: Record<number, string> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  1201: 'utf-16be',
  10000: 'macintosh',
  20127: 'us-ascii',
  20866: 'koi8-r',
  20932: 'euc-jp',
  20936: 'gb18030',
  21866: 'koi8-u',
  50220: 'iso-2022-jp',
  50221: 'iso-2022-jp',
  50222: 'iso-2022-jp',
  51932: 'euc-jp',
  51936: 'gb18030',
  51949: 'euc-kr',
  51950: 'big5',
  54936: 'gb18030',
  65000: 'utf-7',
  65001: 'utf-8',
};

/** Where the first byte beyond ASCII stands; negative where there is none. */
function firstHigh(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; at += 1) if ((bytes[at] as number) >= 0x80) return at;
  return -1;
}

function utf8Of(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

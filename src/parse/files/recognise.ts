import { fileTypeFromBuffer } from 'file-type';
import { decodeText, looksLikeText } from './text.ts';

/** Bytes shown to the recogniser: an ISO image names itself at 32 kB. */
const HEAD = 128 * 1024;

/** Types by leading bytes that `file-type` does not know, or tells too late. Source: the formats' specifications. */
const MAGIC: [type: string, offset: number, bytes: string][] = [
  ['one', 0, 'e4525c7b8cd8a74daeb15378d02996d3'], // MS-ONESTORE 2.3.1
  ['one', 0, 'a12ff143d9ef764c9ee210ea5722765f'], // the table of contents of a OneNote notebook
  ['ole', 0, 'd0cf11e0a1b11ae1'],
  ['mso', 0, '4163746976654d696d65'], // "ActiveMime"
  ['lnk', 0, '4c0000000114020000000000c000000000000046'],
  ['vhdx', 0, '7668647866696c65'],
  ['vhd', 0, '636f6e6563746978'],
  ['tnef', 0, '789f3e22'],
  ['rar', 0, '526172211a07'],
  ['7z', 0, '377abcaf271c'],
  ['cab', 0, '4d534346'],
  ['gz', 0, '1f8b'],
  ['xz', 0, 'fd377a585a00'],
  ['zst', 0, '28b52ffd'],
  ['tar', 257, '7573746172'],
  ['iso', 32_769, '4344303031'],
  ['iso', 32_769, '4245413031'], // UDF
];

/** Extensions that decide how a text is opened: a script is a script by its name, whatever stands in it. */
const TEXT_BY_EXTENSION = new Set(
  `js jse mjs vbs vbe vb wsf wsh wsc sct hta ps1 psm1 bat cmd sh py rb pl reg url webloc website desktop inf scf iqy slk
   rdp jnlp xsl xslt application appref-ms settingcontent-ms library-ms search-ms searchconnector-ms
   appinstaller mobileconfig csv tsv xml json md log ini css`
    .trim()
    .split(/\s+/),
);

const MAIL_HEADER =
  /^(received|return-path|delivered-to|from|to|cc|subject|date|message-id|mime-version|content-type|reply-to|sender|dkim-signature|arc-seal|authentication-results|x-[\w-]{1,60}):/i;

/**
 * The real type of a file, by its bytes; the name decides only between kinds of text, as it does for the operating
 * system. `''` when unknown. OLE and zip containers are `ole` and `zip` here: whoever opens them says what they hold.
 */
export async function recognise(bytes: Uint8Array, extension: string, declaredType: string): Promise<string> {
  for (const [type, offset, hex] of MAGIC) if (startsWith(bytes, offset, hex)) return type;
  if (startsWith(bytes, 0, '504b0304') || startsWith(bytes, 0, '504b0506')) return 'zip';
  // Readers accept a PDF that begins anywhere in its first kilobyte, so a picture's header before it hides nothing.
  if (Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return 'pdf';
  const text = looksLikeText(bytes) ? decodeText(bytes.subarray(0, 8192)) : undefined;
  if (text !== undefined) {
    const type = textType(text, extension, declaredType);
    if (type !== '') return type;
  }
  // A bare image of a disk begins with a boot sector: its mark at the end of the first 512 bytes, a jump at the front.
  if (startsWith(bytes, 510, '55aa') && (DISK.has(extension) || /^(?:eb..90|33c0|fa)/.test(hexOf(bytes, 3))))
    return 'img';
  // A fixed virtual disk is a bare one with a footer.
  if (bytes.length > 1024 && startsWith(bytes.subarray(-512), 0, '636f6e6563746978')) return 'vhd';
  if (isSignature(bytes)) return extension === 'p7s' || declaredType.includes('pkcs7-signature') ? 'p7s' : 'p7m';
  const known = await fileTypeFromBuffer(bytes.subarray(0, HEAD)).catch(() => undefined);
  if (known) return known.ext === 'apng' ? 'png' : known.ext === 'cfb' ? 'ole' : known.ext;
  return text === undefined ? '' : 'txt';
}

/** Types that are read as text and nothing else. */
export function isTextual(type: string): boolean {
  return type === 'txt' || type === 'ics' || type === 'vcf' || TEXT_BY_EXTENSION.has(type);
}

/** Types that a picture viewer shows. */
export function isPicture(type: string): boolean {
  return PICTURES.has(type);
}
const PICTURES = new Set(['png', 'jpg', 'gif', 'webp', 'bmp', 'tif', 'heic', 'avif', 'ico', 'jxl', 'jp2', 'psd']);

function textType(text: string, extension: string, declaredType: string): string {
  const start = text.replace(/^[\ufeff\s]{1,512}/, '');
  const lower = start.slice(0, 4096).toLowerCase();
  if (lower.startsWith('{\\rt')) return 'rtf';
  if (lower.startsWith('begin:vcalendar')) return 'ics';
  if (lower.startsWith('begin:vcard')) return 'vcf';
  if (TEXT_BY_EXTENSION.has(extension)) return extension;
  if (extension === 'mht' || extension === 'mhtml') return 'mht';
  if (/^mime-version:[^\n]{0,80}\n(?:[^\n]{1,200}\n){0,6}?content-type:\s{0,5}multipart\/related/.test(lower))
    return 'mht';
  if (isMail(start, extension, declaredType)) return 'eml';
  const tag = firstTag(lower);
  if (tag === 'svg' || extension === 'svg') return 'svg';
  if (HTML_EXTENSIONS.has(extension) || HTML_TAGS.has(tag)) return 'html';
  if (declaredType.startsWith('text/html')) return 'html';
  if (declaredType.startsWith('text/calendar') || extension === 'ics') return 'ics';
  if (lower.startsWith('#!')) return 'sh';
  return lower.startsWith('<?xml') ? 'xml' : '';
}

const HTML_EXTENSIONS = new Set(['html', 'htm', 'shtml', 'shtm', 'xhtml', 'xht']);
const HTML_TAGS = new Set(
  'html head body script iframe table div a meta title style form p br h1 font img b center base link input'.split(' '),
);

/** Name of the first tag that is no prologue, comment or doctype; the doctype of HTML counts as `html`. */
function firstTag(lower: string): string {
  let at = 0;
  for (let turns = 0; turns < 50; turns += 1) {
    while (/\s/.test(lower[at] ?? '')) at += 1;
    if (lower[at] !== '<') return '';
    if (lower.startsWith('<!doctype html', at)) return 'html';
    if (lower.startsWith('<!--', at)) {
      const end = lower.indexOf('-->', at + 4);
      if (end < 0) return '';
      at = end + 3;
    } else if (lower[at + 1] === '?' || lower[at + 1] === '!') {
      const end = lower.indexOf('>', at);
      if (end < 0) return '';
      at = end + 1;
    } else {
      return /^<(?:svg:)?([a-z][a-z0-9]{0,20})/.exec(lower.slice(at, at + 40))?.[1] ?? '';
    }
  }
  return '';
}

function isMail(start: string, extension: string, declaredType: string): boolean {
  const lines = start.replace(/^From [^\n]{0,200}\n/, '').split(/\r\n|\n|\r/, 80);
  const head = lines.slice(0, lines.indexOf('') < 0 ? lines.length : lines.indexOf(''));
  const known = head.filter((line) => MAIL_HEADER.test(line)).length;
  const first = /^[!-9;-~]{1,80}:/.test(head[0] ?? '');
  const said = extension === 'eml' || declaredType.startsWith('message/rfc822');
  return first && known >= (said ? 1 : 3);
}

/** A PKCS #7 container (RFC 5652): an object identifier below 1.2.840.113549.1.7 or 1.9.16.1 near the front. */
function isSignature(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x30) return false;
  const head = Buffer.from(bytes.subarray(0, 40));
  return ['06092a864886f70d0107', '060b2a864886f70d01091001'].some((kind) => head.includes(Buffer.from(kind, 'hex')));
}

const DISK = new Set(['img', 'ima', 'vhd', 'vfd', 'raw', 'dd', 'iso']);

function hexOf(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.subarray(0, length)).toString('hex');
}

function startsWith(bytes: Uint8Array, offset: number, hex: string): boolean {
  const length = hex.length / 2;
  if (bytes.length < offset + length) return false;
  return Buffer.from(bytes.subarray(offset, offset + length)).toString('hex') === hex;
}

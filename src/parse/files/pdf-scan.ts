import { inflateSync } from 'node:zlib';
import { type Budget, LIMITS } from './file-content.ts';
import { inflate } from './zip.ts';

/** What the raw bytes of a PDF tell, without trusting its structure. */
export interface PdfScan {
  encrypted: boolean;
  javascript: boolean;
  launch: boolean;
  /** Addresses of link and form actions, as far as they stand in the open. */
  urls: string[];
  /** Sum of the pixels that its pictures claim. */
  pixels: number;
  /** True when reading it for good could cost far more than its size: then nobody should. */
  costly: boolean;
}

const MAX_STREAMS = 20_000;
/**
 * Packed bytes whose inflated size cannot be told here (LZW, ASCII filters before others, encryption). pdf.js inflates
 * without a limit, outside of the heap; at a thousand to one this much is 200 MB.
 */
const UNMEASURED = 200 * 1024;

/**
 * Scans a PDF once, linearly: looks at the objects outside of streams and inside object streams for actions, and
 * inflates every stream against the budget, so that a bomb is known before pdf.js meets it.
 */
export function scanPdf(bytes: Uint8Array, budget: Budget): PdfScan {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const scan: PdfScan = { encrypted: false, javascript: false, launch: false, urls: [], pixels: 0, costly: false };
  let unmeasured = 0;
  let at = 0;
  for (let count = 0; at < raw.length; count += 1) {
    const begin = count < MAX_STREAMS ? streamAfter(raw, at) : -1;
    const objects = names(raw.toString('latin1', at, begin < 0 ? raw.length : begin));
    readObjects(objects, scan);
    if (count >= MAX_STREAMS) scan.costly = true;
    if (begin < 0) break;
    const found = raw.indexOf('endstream', begin);
    const end = found < 0 ? raw.length : found;
    const dictionary = objects.slice(Math.max(objects.lastIndexOf(' obj'), objects.length - 4_096, 0));
    const data = raw.subarray(begin, end);
    readDisguised(names(data.toString('latin1')), scan);
    const cost = measure(data, dictionary, budget, scan);
    if (cost === 'too-large') scan.costly = true;
    else unmeasured += cost;
    at = end + 'endstream'.length;
  }
  scan.costly ||= unmeasured > UNMEASURED;
  scan.urls = [...new Set(scan.urls)].slice(0, LIMITS.links);
  return scan;
}

/** Where the data of the next stream begins, or -1. */
function streamAfter(raw: Buffer, from: number): number {
  for (let at = raw.indexOf('stream', from); at >= 0; at = raw.indexOf('stream', at + 6)) {
    if (raw[at - 1] === 0x64) continue; // the end of `endstream`
    if (raw[at + 6] === 13 && raw[at + 7] === 10) return at + 8;
    if (raw[at + 6] === 10 || raw[at + 6] === 13) return at + 7;
  }
  return -1;
}

/** Inflates one stream; returns the packed bytes whose cost stays unknown. */
function measure(data: Buffer, dictionary: string, budget: Budget, scan: PdfScan): number | 'too-large' {
  const isPicture = /\/Subtype\s{0,10}\/Image\b/.test(dictionary);
  if (isPicture) scan.pixels += number(dictionary, 'Width') * number(dictionary, 'Height');
  if (!dictionary.includes('/Filter')) {
    if (isObjects(dictionary)) readObjects(names(data.toString('latin1')), scan);
    return 0;
  }
  let inner = data;
  for (let turns = 0; isZlib(inner); turns += 1) {
    // Deflated thrice: nobody does that honestly.
    if (turns === 2) return 'too-large';
    const inflated = inflate(inner, budget, (packed, options) =>
      // A stream that breaks off is read as far as it goes: so do the readers.
      inflateSync(packed, { ...options, finishFlush: 2 }),
    );
    if (inflated === 'too-large') return 'too-large';
    if (typeof inflated === 'string') return data.length;
    inner = Buffer.from(inflated.buffer, inflated.byteOffset, inflated.byteLength);
  }
  if (inner !== data) {
    if (isObjects(dictionary)) readObjects(names(inner.toString('latin1')), scan);
    return 0;
  }
  // Pictures in their own formats are bounded by the pixels that they claim.
  const onlyPicture =
    isPicture &&
    /\/(DCT|JPX|CCITTFax|JBIG2)Decode/.test(dictionary) &&
    !/\/(Flate|LZW|RunLength|ASCII)/.test(dictionary);
  return onlyPicture ? 0 : data.length;
}

function isObjects(dictionary: string): boolean {
  return /\/ObjStm\b/.test(dictionary);
}

function isZlib(bytes: Buffer): boolean {
  const first = bytes[0] ?? 0;
  return (first & 15) === 8 && ((first << 8) | (bytes[1] ?? 0)) % 31 === 0;
}

function number(dictionary: string, key: string): number {
  return Number(new RegExp(`/${key}\\s{0,10}(\\d{1,9})`).exec(dictionary)?.[1] ?? 0);
}

/** Names may be written with their letters as numbers: `/J#61vaScript`. */
function names(text: string): string {
  return text.includes('#')
    ? text.replace(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

function readObjects(text: string, scan: PdfScan): void {
  scan.encrypted ||= /\/Encrypt\b/.test(text);
  scan.javascript ||= /\/(JavaScript|JS)(?![A-Za-z0-9])/.test(text);
  scan.launch ||= /\/Launch(?![A-Za-z0-9])/.test(text);
  if (scan.urls.length >= LIMITS.links) return;
  for (const [, literal, hex] of text.matchAll(
    /\/(?:URI|F)\s{0,10}(?:\(((?:\\[\s\S]|[^\\()]){4,2000})\)|<([0-9a-f\s]{8,4000})>)/gi,
  )) {
    const url = literal === undefined ? fromHex(hex ?? '') : literalOf(literal);
    if (/^[a-z][a-z0-9+.-]{1,20}:/i.test(url)) scan.urls.push(url);
    // A file on somebody's share: opening it hands over the reader's Windows sign-in.
    else if (/^(?:\\\\|\/\/)[\w.-]{3,255}[\\/]/.test(url)) scan.urls.push(`file:${url.replaceAll('\\', '/')}`);
    if (scan.urls.length >= LIMITS.links) return;
  }
}

/** A literal string with its escapes undone, three octal digits among them (ISO 32000-1, 7.3.4.2). */
function literalOf(text: string): string {
  return text.replace(/\\(?:([0-7]{1,3})|\r?\n|([\s\S]))/g, (_, octal?: string, other?: string) =>
    octal === undefined ? (other ?? '') : String.fromCharCode(Number.parseInt(octal, 8) & 255),
  );
}

/**
 * What passes for the data of a stream may be objects in truth (`%stream` in a comment is enough to fool a scan), so the
 * long names are looked for there too; `/JS` would turn up in every large picture by chance.
 */
function readDisguised(data: string, scan: PdfScan): void {
  scan.javascript ||= /\/JavaScript(?![A-Za-z0-9])/.test(data);
  scan.launch ||= /\/Launch(?![A-Za-z0-9])/.test(data);
}

function fromHex(hex: string): string {
  return Buffer.from(hex.replace(/\s/g, ''), 'hex').toString('latin1');
}

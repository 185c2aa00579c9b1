import { readHtml } from '../html.ts';
import { addGap, type Look } from './file-content.ts';
import { decodeText } from './text.ts';

/**
 * Reads an HTML page or an SVG picture that came as a file: opened, it runs in the browser with whatever script it
 * carries, and no mail gateway has seen what the script builds.
 */
export function readMarkup(bytes: Uint8Array, look: Look): undefined {
  const source = decodeText(bytes);
  const page = readHtml(source);
  const code = plainScript(page.scripts);
  if (page.cut) addGap(look, 'too-large');
  if (page.scripts.trim() !== '' || /<script\b|\bjavascript:/i.test(source)) look.traits.add('html-script');
  if (page.forms.some((form) => form.asksPassword) || PASSWORD_INPUT.test(source) || PASSWORD_INPUT.test(code)) {
    look.traits.add('html-password-form');
  }
  if ((DECODES.test(code) && SAVES.test(`${code}\n${source}`)) || PACKED_FILE.test(source)) {
    look.traits.add('html-builds-file');
  }
  look.content.push(source);
  look.text.push(page.title, page.text);
  for (const { url, shown, source: how } of page.links) {
    // Where pictures are loaded from says little about a page that is a copy of somebody else's.
    if (how !== 'image') look.links.push({ url, shown, source: 'document' });
  }
  for (const url of [...urlsIn(code), ...hiddenUrls(source)]) look.links.push({ url, source: 'document' });
}

const PASSWORD_INPUT = /\btype\s{0,10}=\s{0,10}\\?["'`]?password\b/i;
/** Functions that turn a long string in a script into bytes. */
const DECODES = /\b(atob|fromCharCode|unescape|charCodeAt|TextDecoder|decodeURIComponent|Uint8Array)\b/;
/** Ways to hand bytes to the reader as a download. */
const SAVES = /\b(Blob|createObjectURL|msSaveOrOpenBlob|msSaveBlob|saveAs)\b|\bdownload\s{0,10}=|["']download["']/;
/** A program (MZ), archive (PK) or disk image in base64, long enough to be one: its first bytes and 700 more. */
const PACKED_FILE = /(?:TV[opqr][A-Za-z0-9+/]|UEsDB[A-Za-z0-9+/])[A-Za-z0-9+/]{700}/;

/** Undoes what hides a word in a script: strings glued by `+`, and letters written as numbers. */
function plainScript(scripts: string): string {
  return scripts
    .replace(/\\x([0-9a-f]{2})|\\u00([0-9a-f]{2})/gi, (_, x, u) => String.fromCharCode(Number.parseInt(x ?? u, 16)))
    .replace(/["'`]\s{0,20}\+\s{0,20}["'`]/g, '');
}

/** Names of formats, and script libraries that half of all pages load: no target of anything. */
const NO_TARGET = /^https?:\/\/(www\.w3\.org|schemas\.|ns\.adobe\.com|purl\.org)/i;

function urlsIn(code: string): string[] {
  const found = code.matchAll(/\bhttps?:\\?\/\\?\/[^\s"'`<>\\)]{3,2000}/gi);
  return [...new Set(Array.from(found, ([url]) => url.replaceAll('\\/', '/')))]
    .filter((url) => !NO_TARGET.test(url))
    .slice(0, 50);
}

/** Addresses kept in base64 (`aHR0c…` is `http…`) for a script to decode. */
function hiddenUrls(source: string): string[] {
  const found = source.matchAll(/aHR0c[A-Za-z0-9+/]{8,2000}={0,2}/g);
  return [...new Set(Array.from(found, ([packed]) => Buffer.from(packed, 'base64').toString('latin1')))]
    .filter((url) => /^https?:\/\/[\x21-\x7e]+$/i.test(url))
    .slice(0, 20);
}

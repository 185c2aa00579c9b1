import { embeddedFiles, readDrawings } from '../drawn/read-drawings.ts';
import { type HtmlContent, readHtml } from '../html.ts';
import { addGap, LIMITS, type Look } from './file-content.ts';
import { unpackPage } from './page-layers.ts';
import { keepPayloads } from './payload.ts';
import { decodeText } from './text.ts';

/**
 * Reads an HTML page or an SVG picture that came as a file: opened, it runs in the browser with whatever script it
 * carries, and no mail gateway has seen what the script builds. So the script is reckoned through as far as it is made of
 * constants, and every page that it would write is read like the first.
 */
export async function readMarkup(bytes: Uint8Array, look: Look): Promise<undefined> {
  const source = decodeText(bytes);
  const page = readHtml(source);
  const unpacked = unpackPage(page);
  const pages = [page, ...unpacked.layers.map((layer) => layer.page)];
  const code = pages.map(({ scripts }) => plainScript(scripts)).join('\n');
  const sources = [source, ...unpacked.layers.map((layer) => layer.source)];
  const anyOf = (pattern: RegExp): boolean => pattern.test(code) || sources.some((each) => pattern.test(each));
  if (pages.some(({ cut }) => cut)) addGap(look, 'too-large');
  if (page.scripts.trim() !== '' || /<script\b|\bjavascript:/i.test(source)) look.traits.add('html-script');
  if (pages.some(({ forms }) => forms.some((form) => form.asksPassword)) || anyOf(PASSWORD_INPUT)) {
    look.traits.add('html-password-form');
  }
  if ((DECODES.test(code) && anyOf(SAVES)) || anyOf(PACKED_FILE)) look.traits.add('html-builds-file');
  if (unpacked.hides || isGarbled(code)) look.traits.add('html-hides-source');
  const forwards = page.links.some(
    ({ url, source: how }) => how === 'redirect' && REFRESH.test(source) && /^https?:/i.test(url),
  );
  if (unpacked.goesTo.length > 0 || forwards) look.traits.add('html-goes-elsewhere');
  // The source first and last, so that a long page does not push out of sight what it hides.
  look.content.push(unpacked.layers.length > 0 ? source.slice(0, MOST_SOURCE) : source, ...unpacked.names);
  for (const { source: inner } of unpacked.layers) look.content.push(inner.slice(0, MOST_LAYER));
  for (const { title, text, links } of pages) {
    look.text.push(title, text);
    for (const { url, shown, source: how } of links) {
      // Where pictures are loaded from says little about a page that is a copy of somebody else's.
      if (how !== 'image') look.links.push({ url, shown, source: 'document' });
    }
  }
  const made = [...unpacked.goesTo, ...unpacked.urls, ...urlsIn(code), ...hiddenUrls(source)];
  for (const url of new Set(made.filter((each) => !NO_TARGET.test(each)))) look.links.push({ url, source: 'document' });
  await readDrawn(pages, look);
}

/** Codes that the page draws, and pictures in its own source. */
async function readDrawn(pages: HtmlContent[], look: Look): Promise<void> {
  const codes = await readDrawings(pages.flatMap(({ drawings }) => drawings).slice(0, 8));
  keepPayloads(
    codes.map(({ payload }) => payload),
    look,
  );
  if (look.depth >= LIMITS.depth) return;
  for (const { bytes, name } of embeddedFiles(pages.flatMap(({ embedded }) => embedded).slice(0, 10))) {
    await look.inside(bytes, name);
  }
}

const MOST_SOURCE = 36_000;
const MOST_LAYER = 8_000;
const REFRESH = /<meta[^>]{1,80}\brefresh\b/i;

/** Names such as tools give that make a script unreadable, by the dozen. */
function isGarbled(code: string): boolean {
  return (code.slice(0, 300_000).match(/\b_0x[0-9a-f]{4,6}\b/g)?.length ?? 0) >= 30;
}

const PASSWORD_INPUT = /\btype\s{0,10}=\s{0,10}\\?["'`]?password\b/i;
/** Functions that turn a long string in a script into bytes. */
const DECODES = /\b(atob|fromCharCode|unescape|charCodeAt|TextDecoder|decodeURIComponent|Uint8Array)\b/;
/** Ways to hand bytes to the reader as a download. */
const SAVES = /\b(Blob|createObjectURL|msSaveOrOpenBlob|msSaveBlob|saveAs)\b|\bdownload\s{0,10}=|["']download["']/;
/** A program (MZ) or an archive (zip, RAR, 7z, cabinet) in base64, long enough to be one: its first bytes and 700 more. */
const PACKED_FILE = /(?:TV[opqr][A-Za-z0-9+/]|UEsDB[A-Za-z0-9+/]|UmFyIRoH|N3q8ryc|TVNDRgAA)[A-Za-z0-9+/]{700}/;

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
  return [...new Set(Array.from(found, ([url]) => url.replaceAll('\\/', '/')))].slice(0, 50);
}

/** Addresses kept in base64 (`aHR0c…` is `http…`) for a script to decode. */
function hiddenUrls(source: string): string[] {
  const found = source.matchAll(/aHR0c[A-Za-z0-9+/]{8,2000}={0,2}/g);
  return [...new Set(Array.from(found, ([packed]) => Buffer.from(packed, 'base64').toString('latin1')))]
    .filter((url) => /^https?:\/\/[\x21-\x7e]+$/i.test(url))
    .slice(0, 20);
}

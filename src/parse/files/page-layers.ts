import { type HtmlContent, readHtml } from '../html.ts';
import { scriptValues } from './script-values.ts';

/** A page that another one writes, or carries in an address. */
interface Layer {
  page: HtmlContent;
  source: string;
}

/** What is found when the scripts of a page are reckoned through, layer by layer. */
export interface Layers {
  layers: Layer[];
  /** Addresses that were put together or decoded. */
  urls: string[];
  /** Other strings that a script makes and that name somebody: a reader's address, kept in base64. */
  names: string[];
  /** Where a script sends the reader without a click. */
  goesTo: string[];
  /** True when a page worth hiding was packed away from whoever looks at the source. */
  hides: boolean;
}

const MOST_LAYERS = 12;
const MOST_DEPTH = 3;
const MOST_SOURCE = 2_000_000;
const MARKUP =
  /<\s{0,3}(?:!doctype|html|head|body|form|input|iframe|meta|script|div|table|img|style|svg|center|p|a\s|h1|button|title)\b/i;
/** How a script begins; markup begins otherwise, though it may hold one. */
const STATEMENT = /^[\s;(!]{0,9}(?:var|let|const|function|try|if|for|[\w$.]{1,60}\s{0,5}[=(])/;
const CODE = /\b(?:document|location|window|atob|eval|unescape|fromCharCode)\b/;

/** Unpacks what a page hides in its scripts and `data:` addresses. Nothing is run, nothing is loaded. */
export function unpackPage(first: HtmlContent): Layers {
  const found: Layers = { layers: [], urls: [], names: [], goesTo: [], hides: false };
  const known = new Set<string>();
  let letters = 0;
  const queue: { code?: string; html?: string; depth: number }[] = [{ code: codeOf(first), depth: 0 }];
  for (const url of dataPages(first)) queue.push({ html: url, depth: 1 });
  for (let item = queue.shift(); item && found.layers.length < MOST_LAYERS; item = queue.shift()) {
    const { html, depth } = item;
    letters += (html ?? item.code ?? '').length;
    if (letters > MOST_SOURCE) break;
    let code = item.code ?? '';
    if (html !== undefined) {
      const page = readHtml(html);
      found.layers.push({ page, source: html });
      found.hides ||= isWorthHiding(page, html);
      code = codeOf(page);
      if (depth < MOST_DEPTH) for (const inner of dataPages(page)) queue.push({ html: inner, depth: depth + 1 });
    }
    if (code.trim() === '') continue;
    const { made, written, goesTo } = scriptValues(code);
    for (const url of goesTo) {
      const data = dataPage(url);
      if (data === undefined) found.goesTo.push(url);
      else if (depth < MOST_DEPTH) queue.push({ html: data, depth: depth + 1 });
    }
    for (const text of new Set([...written, ...made])) {
      if (/^(?:https?:)?\/\/[^\s<>"']{4,2000}$/i.test(text)) found.urls.push(text);
      else if (text.length < 400 && text.includes('@') && found.names.length < 50) found.names.push(text);
      if (depth >= MOST_DEPTH || known.has(text) || queue.length > 50) continue;
      known.add(text);
      if (CODE.test(text) && STATEMENT.test(text)) queue.push({ code: text, depth: depth + 1 });
      else if (MARKUP.test(text)) queue.push({ html: text, depth: depth + 1 });
    }
  }
  return found;
}

/** Scripts, handlers and `javascript:` addresses. */
function codeOf(page: HtmlContent): string {
  const links = page.links.filter(({ url }) => /^javascript:/i.test(url)).slice(0, 50);
  return [page.scripts, ...links.map(({ url }) => decoded(url.slice(11)))].join('\n');
}

function dataPages(page: HtmlContent): string[] {
  return page.links.flatMap(({ url }) => dataPage(url) ?? []).slice(0, 5);
}

/** The page in a `data:text/html` address. */
function dataPage(url: string): string | undefined {
  const [, kind = '', body = ''] =
    /^data:(?:text\/html|application\/xhtml\+xml|image\/svg\+xml)([^,]{0,100}),([\s\S]{1,2000000})$/i.exec(url) ?? [];
  if (body === '') return undefined;
  return /;\s{0,5}base64/i.test(kind) ? Buffer.from(decoded(body), 'base64').toString('utf8') : decoded(body);
}

function decoded(text: string): string {
  return Buffer.from(
    text.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    /[\u0100-\uffff]/.test(text) ? 'utf8' : 'latin1',
  ).toString('utf8');
}

/** A page with something to fill in, to follow or to read; a tag that loads a counter, as many honest pages write it, is none. */
function isWorthHiding(page: HtmlContent, source: string): boolean {
  if (page.forms.length > 0 || /<(?:iframe|form|input|meta[^>]{0,60}refresh)\b/i.test(source)) return true;
  return page.text.length > 200 || page.links.some(({ source: how }) => how === 'anchor' || how === 'form');
}

import { find } from 'linkifyjs';
import { parse } from 'tldts';
import type { Link } from '../model.ts';
import { INVISIBLE, refang } from './refang.ts';
import { unwrap } from './rewriters.ts';
import { MAX_URL, urlParts } from './url.ts';

interface FoundUrl {
  /** Refanged, with a scheme. */
  url: string;
  /** As it stood in the text. */
  original: string;
}

/** What a text leads to. `cut` is true when a limit left something unread. */
export interface TextLinks {
  urls: FoundUrl[];
  addresses: string[];
  cut: boolean;
}

const MAX_TEXT = 200_000;
const MAX_URLS = 1_000;

/** Marks that end a URL in text written without blanks. */
const CJK_STOP =
  /[\u3000-\u3003\u3008-\u3011\u3014-\u301f\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f\uff3b\uff3d\uff5b\uff5d\u2018-\u201f\u2026]/;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Endings that are a file's far more often than a site's, when nothing but a single name stands before them. */
const FILE_ENDINGS = new Set('zip mov sh py rs pl md ps cc so doc pub ai app'.split(' '));

/**
 * Odd schemes that open programs or shares, and what linkify does not see: checks look at them. `data:` only with a
 * media type, or every "data: see below" would be one.
 */
const ODD =
  /(?<![\w.-])(?:(?:file|search-ms|ms-[a-z-]{2,30}|smb|ldaps?|webcal|vbscript|javascript):[^\s<>"]{1,2000}|data:[a-z]{1,20}\/[\w.+-]{1,60}[;,][^\s<>"]{1,2000}|https?:\/\/\[[0-9a-f:.]{2,45}\][^\s<>"]{0,2000})/gi;
const SHARE = /(?<![\\\w])\\\\([\w.-]{1,255}(?:@(?:ssl|\d{1,5})){0,2})\\([^\s<>"|?*]{1,500})/gi;

/** Finds URLs and mail addresses in plain text, defanged, glued to Chinese, or broken up by invisible characters. */
export function findLinks(text: string): TextLinks {
  const whole = refang(text.slice(0, MAX_TEXT));
  const urls = new Map<string, FoundUrl>();
  const addresses = new Set<string>();
  const covered: [number, number][] = [];
  const keep = (url: string, start: number, end: number): void => {
    covered.push([start, end]);
    if (urls.size < MAX_URLS && !urls.has(url)) urls.set(url, { url, original: whole.original(start, end) });
  };
  for (const match of linkified(whole.text)) {
    if (match.type === 'email') {
      addresses.add(match.value.toLowerCase());
      covered.push([match.start, match.end]);
    } else if (/^mailto:/i.test(match.value)) {
      addresses.add(match.value.slice(7).toLowerCase());
    } else if (isLocalPart(match.value, whole.text.slice(match.end, match.end + 260))) {
      // `jonas.weber@hospital.internal`: the library knows no such ending and takes the name for a site.
      covered.push([match.start, match.end]);
    } else {
      const trimmed = trimUrl(match.value);
      if (trimmed) keep(trimmed.url, match.start + trimmed.from, match.start + trimmed.to);
    }
  }
  const byLinkify = [...covered];
  for (const match of whole.text.matchAll(ODD)) {
    if (isCovered(byLinkify, match.index)) continue;
    keep(match[0].replace(/[.,;:!?\]}]+$/, ''), match.index, match.index + match[0].length);
  }
  for (const match of whole.text.matchAll(SHARE)) {
    keep(
      `file://${match[1]}/${(match[2] as string).replaceAll('\\', '/')}`,
      match.index,
      match.index + match[0].length,
    );
  }
  for (const dot of whole.dots.slice(0, MAX_URLS)) {
    // `evil[.]example`: whoever took the dot out meant a domain, whatever its ending.
    if (isCovered(byLinkify, dot)) continue;
    const head = /[\p{L}\p{N}.-]{1,200}$/u.exec(whole.text.slice(Math.max(0, dot - 200), dot))?.[0] ?? '';
    const tail = /^[^\s<>"'|]{1,2000}/.exec(whole.text.slice(dot, dot + 2000))?.[0] ?? '';
    const start = dot - head.length;
    if (!head || whole.text[start - 1] === '@') continue;
    const trimmed = trimUrl(`http://${head}${tail}`);
    if (trimmed) keep(trimmed.url, start, start + trimmed.to - 7);
  }
  return { urls: [...urls.values()], addresses: [...addresses], cut: text.length > MAX_TEXT || urls.size >= MAX_URLS };
}

/** What linkify cannot do without: a dot before something, `localhost`, or the colon of a scheme that it knows. */
const SIGN = /\.\S|localhost|(?:file|mailto|https?|ftps?):/gi;

/**
 * What linkify finds, shown only those words that could hold anything: it reads letter by letter, and nothing that it
 * finds goes beyond white space.
 */
function linkified(text: string): { type: string; value: string; start: number; end: number }[] {
  const found: { type: string; value: string; start: number; end: number }[] = [];
  let from = 0;
  SIGN.lastIndex = 0;
  for (let sign = SIGN.exec(text); sign; sign = SIGN.exec(text)) {
    let start = sign.index;
    while (start > from && !/\s/.test(text[start - 1] as string)) start -= 1;
    BLANK.lastIndex = sign.index + 1;
    from = BLANK.exec(text)?.index ?? text.length;
    for (const { type, value, start: at, end } of find(text.slice(start, from))) {
      found.push({ type, value, start: start + at, end: start + end });
    }
    SIGN.lastIndex = from;
  }
  return found;
}
const BLANK = /\s/g;

/** Whether a found name without scheme or path is the first half of a mail address. */
function isLocalPart(value: string, behind: string): boolean {
  return /^[^/:?#@]+$/.test(value) && /^@[\p{L}\p{N}-]{1,63}\.[\p{L}\p{N}]/u.test(behind);
}

/** `ranges` in ascending order. */
function isCovered(ranges: [number, number][], at: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] as [number, number])[0] <= at) low = middle + 1;
    else high = middle;
  }
  const before = ranges[low - 1];
  return before !== undefined && at < before[1];
}

/** Cuts a found URL where the sentence goes on: at CJK marks, at CJK words behind an ASCII address, at stray brackets. */
function trimUrl(value: string): { url: string; from: number; to: number } | undefined {
  let from = 0;
  let to = value.length;
  const stop = value.search(CJK_STOP);
  if (stop === 0) return undefined;
  if (stop > 0) to = stop;
  const scheme = /^[a-z][a-z0-9+.-]{0,30}:\/\//i.exec(value)?.[0] ?? '';
  if (scheme === '') {
    // 请访问evil.com/x: the words before the name are no part of it.
    const lead =
      /^[^/?#]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}](?=[a-z0-9-]{1,63}\.)/iu.exec(
        value,
      );
    from = lead?.[0].length ?? 0;
  }
  const [, host = '', rest = ''] = /^([^/?#]*)(.*)$/s.exec(value.slice(from + scheme.length, to)) ?? [];
  const inHost = host.search(CJK);
  if (inHost > 0 && /^[\x21-\x7e]+\.[a-z]{2,63}$/i.test(host.slice(0, inHost))) {
    to = from + scheme.length + inHost; // https://evil.com请点击
  } else if (inHost < 0) {
    const inRest = rest.search(CJK);
    // https://evil.com/login请点击: an honest path in another script arrives percent-encoded.
    if (inRest >= 0 && !/[a-z0-9/]/i.test(rest.slice(inRest))) to = from + scheme.length + host.length + inRest;
  }
  let url = value.slice(from, to).replace(/[.,;:!?'"]+$/, '');
  to = from + url.length;
  if (scheme === '') {
    const [name = '', ending = ''] = url.split(/[/?#]/)[0]?.split(/\.(?=[^.]*$)/) ?? [];
    if (!url.includes('/') && !name.includes('.') && FILE_ENDINGS.has(ending.toLowerCase())) return undefined;
    url = `http://${url}`;
  }
  return url === `${scheme}` ? undefined : { url, from, to };
}

/** Schemes that lead to no place: `cid:` is a part of the same mail, the others open a mail or a call. */
const NO_LINK = /^(?:mailto|tel|sms|callto|cid|mid|about|x-apple-[a-z-]{1,30}):|^#|^$/i;

/**
 * A model link from a URL as written, or nothing where no client would open one. Rewriters are taken off; relative
 * targets have no place to go in a mail.
 */
export function makeLink(
  written: string,
  link: Pick<Link, 'id' | 'source'> & Partial<Pick<Link, 'message' | 'attachment' | 'shown' | 'original'>>,
): Link | undefined {
  // A browser drops these characters wherever they stand in an address.
  const clean = written
    .replace(/[\t\r\n\0]/g, '')
    .trim()
    .replace(INVISIBLE, '')
    .slice(0, MAX_URL);
  if (NO_LINK.test(clean)) return undefined;
  const absolute = withScheme(clean);
  if (!absolute) return undefined;
  const { url: inner, rewriters } = unwrap(absolute);
  const parts = urlParts(inner) ?? urlParts(absolute);
  if (!parts) return undefined;
  const url = urlParts(inner) ? inner.slice(0, MAX_URL) : absolute;
  const { shown, message, attachment } = link;
  const original = (link.original ?? written.trim()).slice(0, MAX_URL);
  return {
    id: link.id,
    ...(message === undefined ? {} : { message }),
    ...(attachment === undefined ? {} : { attachment }),
    source: link.source,
    url,
    parts,
    ...(shown ? { shown: shown.slice(0, 500) } : {}),
    ...(original === url ? {} : { original }),
    rewriters,
  };
}

function withScheme(text: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]{0,40}:/i.test(text) && !/^[\w.-]{1,253}\.[a-z]{2,63}:\d/i.test(text)) return text;
  if (/^[/\\]{2}/.test(text)) return text.startsWith('\\\\') ? `file:${text.replaceAll('\\', '/')}` : `https:${text}`;
  const host = /^(?:[\p{L}\p{N}_-]{1,63}\.){1,10}\p{L}[\p{L}\p{N}-]{1,62}(?=[:/?#]|$)/u.exec(text)?.[0];
  // `login.php` is a page beside this one, which in a mail is nowhere; `evil.com` is what clients open.
  const opens = host !== undefined && (/^www\./i.test(host) || parse(host).isIcann === true);
  return opens ? `http://${text}` : undefined;
}

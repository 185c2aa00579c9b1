import ipaddr from 'ipaddr.js';

/** A web address in the one form in which lists are asked: however it was written, the same page is the same text. */
export interface CanonicalUrl {
  /** ASCII, lower case, no port; an IPv6 address without brackets. */
  host: string;
  isIp: boolean;
  /** Unescaped as far as it goes and escaped once again. */
  path: string;
  /** With its `?`; `''` where there is none. */
  query: string;
}

const MAX_LENGTH = 8_192;
/** An attacker may escape his escapes; honest links do so once or twice. */
const MOST_UNESCAPINGS = 8;

/**
 * Scheme, user, port and fragment do not tell one page from another, and are left out, as in the canonical form that Google
 * describes for Safe Browsing (https://developers.google.com/safe-browsing/reference). What a browser folds, the WHATWG
 * parser has folded. Undefined for what is no web address.
 */
export function canonicalUrl(text: string): CanonicalUrl | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const url = URL.parse(text);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  const host = url.hostname
    .replace(/^\[|\]$/g, '')
    .replace(/^\.+|\.+$/g, '')
    .replace(/\.{2,}/g, '.');
  if (host === '') return undefined;
  const ip = addressOf(host);
  return {
    host: ip ?? host,
    isIp: ip !== undefined,
    path: canonicalPath(url.pathname),
    query: url.search === '' || url.search === '?' ? '' : reescape(url.search),
  };
}

/** An IP address in its one form; IPv4 in IPv6 clothes is IPv4. */
export function addressOf(text: string): string | undefined {
  if (!/^[\d.]{7,15}$|^[\da-f:.]*:[\da-f:.]*$/i.test(text) || !ipaddr.isValid(text)) return undefined;
  if (!text.includes(':') && !ipaddr.IPv4.isValidFourPartDecimal(text)) return undefined;
  return ipaddr.process(text).toString();
}

function canonicalPath(path: string): string {
  if (PLAIN_PATH.test(path)) return path;
  let unescaped = unescapeAll(path);
  // What was hidden in escapes may be `/../` again.
  const parts: string[] = [];
  const pieces = unescaped.split('/').slice(1);
  for (const [index, piece] of pieces.entries()) {
    const last = index === pieces.length - 1;
    if (piece === '..') parts.pop();
    if (piece === '..' || piece === '.' || piece === '') {
      if (last) parts.push('');
    } else parts.push(piece);
  }
  unescaped = `/${parts.join('/')}`;
  return escaped(unescaped);
}

/** Nothing escaped, no empty and no dotted segment: most paths, and quick to tell. */
const PLAIN_PATH = /^(?:\/(?!\.)[\w~!$&'()*+,;=:@.-]+)*\/?$/;

function reescape(text: string): string {
  return text.includes('%') ? escaped(unescapeAll(text)) : text;
}

/** Bytes as Latin-1 letters: a page's name is bytes to its server, whatever they spell. */
function unescapeAll(text: string): string {
  let rest = text;
  for (let round = 0; round < MOST_UNESCAPINGS && rest.includes('%'); round += 1) {
    const next = rest.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    if (next === rest) break;
    rest = next;
  }
  return rest;
}

function escaped(text: string): string {
  return text.replace(/[^\x21-\x24\x26-\x7e]/g, (letter) =>
    [...Buffer.from(letter, letter.charCodeAt(0) < 256 ? 'latin1' : 'utf8')]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );
}

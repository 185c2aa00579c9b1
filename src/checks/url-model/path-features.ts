import type { Lists, UrlParts } from '../../model.ts';
import { brandInLabel } from '../brands.ts';
import type { Put } from './features.ts';
import type { Letters } from './letters.ts';
import { bucket } from './shape.ts';

const MOST_SEGMENTS = 16;
const MOST_TOKENS = 12;
/** Characters of path and of query that are looked at. */
const MOST_TEXT = 1_000;

/** What follows the host. Nothing is put for an empty path: honest and false pages alike are linked by their front page. */
export function pathFeatures(parts: UrlParts, lists: Lists, letters: Letters, put: Put): void {
  const path = decoded(parts.path.slice(0, MOST_TEXT));
  const segments = path
    .split('/')
    .filter((segment) => segment !== '')
    .slice(0, MOST_SEGMENTS);
  if (segments.length > 2) put(`depth ${Math.min(segments.length, 7)}`);
  for (const segment of segments) segmentFeatures(segment, lists, letters, put);
  const last = segments.at(-1) ?? '';
  const extension = /\.([a-z0-9]{1,6})$/i.exec(last)?.[1]?.toLowerCase();
  if (extension) put(`ending ${extension}`, last);
  if (/\.[a-z]{2,5}\.(?:php\d?|html?|aspx?)$/i.test(last)) put('two endings', last);
  if (path.includes('//')) put('double slash');
  if (segments.length === 1 && !extension) {
    const bits = bucket(letters.bits(last.toLowerCase()), [3.5, 4, 4.5, 5, 5.5, 6]);
    put(`lone ${bits} ${bucket(last.length, [3, 5, 8, 12])}`, last);
  }
  queryFeatures(decoded(parts.query.slice(0, MOST_TEXT)), letters, put);
  if (/^[!/]/.test(parts.fragment)) put('hash route');
}

function segmentFeatures(segment: string, lists: Lists, letters: Letters, put: Put): void {
  if (segment.startsWith('.')) put('dot folder', segment);
  if (segment.startsWith('~')) put('tilde', segment);
  if (/^[A-Za-z0-9]{5,12}$/.test(segment) && /[a-z]/.test(segment) && /[A-Z]/.test(segment.slice(1)))
    put('mixed case', segment);
  const lower = segment.toLowerCase();
  if (segment.length <= 40 && brandInLabel(lower, lists)) put('brand', segment);
  for (const token of lower.split(/[^a-z0-9]+/).slice(0, MOST_TOKENS)) {
    if (token.length < 2) continue;
    if (/^[0-9a-f]{16,}$/.test(token)) put('hex', token);
    else if (/^\d{6,}$/.test(token)) put('digits', token);
    else if (/^[a-z]+$/.test(token)) {
      put(`word ${token.slice(0, 20)}`, token);
      if (token.length >= 5 && letters.bits(token) > 5) put('odd word', token);
    } else if (/[a-z]\d+[a-z]/.test(token)) put('mixed', token);
  }
}

function queryFeatures(query: string, letters: Letters, put: Put): void {
  if (query === '') return;
  if (/[^\s@=&?]{1,64}@[a-z0-9-]{1,60}\.[a-z]/i.test(query)) put('address');
  if (!query.includes('=')) {
    put('bare query', query);
    put(`bare query ${bucket(letters.bits(query.toLowerCase()), [4, 5, 6])}`, query);
  }
  for (const pair of query.split('&').slice(0, MOST_TOKENS)) {
    const name = pair.split('=')[0]?.toLowerCase() ?? '';
    if (/^[a-z_-]{1,20}$/.test(name)) put(`parameter ${name}`, name);
  }
  if (query.length > 60) put(`query length ${bucket(query.length, [119, 179, 239, 299])}`);
}

/** Percent signs read, where they can be. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray % is no reason to look away
  }
}

import type { Lists, UrlParts } from '../../model.ts';
import { brandInForeignHost } from '../brands.ts';
import { endingOf, entryAbove, nameOf } from '../domains.ts';
import type { Put } from './features.ts';
import type { Letters } from './letters.ts';
import { bucket, type Shape, shapeOf } from './shape.ts';

/** Looked at before the domain: an address with more labels than this is odd by their number alone. */
const MOST_LABELS = 6;
/** Words of a label. */
const MOST_WORDS = 8;

/** What the host tells: its ending, the name that somebody chose, and what was put in front of it. */
export function hostFeatures(parts: UrlParts, lists: Lists, letters: Letters, put: Put, putEnding: Put): void {
  const { host, domain } = parts;
  if (parts.isIp) {
    put('number', host);
    return;
  }
  const shared = entryAbove(host, lists.siteHosts);
  const base = shared ?? domain;
  const front = host.slice(0, Math.max(0, host.length - base.length - 1)).replace(/^www\d?(?:\.|$)/, '');
  const labels = front === '' ? [] : front.split('.');
  if (shared === undefined) {
    const ending = endingOf(domain);
    const last = ending.split('.').at(-1) ?? '';
    putEnding(`ending ${last}`, `.${last}`);
    if (ending !== last) putEnding(`ending ${ending}`, `.${ending}`);
    nameFeatures(nameOf(domain), letters, put);
    endingFeatures(nameOf(domain), last, letters, putEnding);
  } else {
    put('shared', shared);
    put(`shared ${shared}`, shared);
    nameFeatures(labels.pop() ?? '', letters, put);
  }
  put(`labels ${Math.min(labels.length, 5)}`);
  for (const label of labels.slice(-MOST_LABELS)) labelFeatures(label, letters, put);
  if (host.length > 30) put(`host length ${bucket(host.length, [39, 49, 59, 69, 79])}`, host);
  const brand = brandInForeignHost(host, lists);
  if (brand) put('brand', brand.name);
}

/** The name that somebody registered, or got on a shared host. */
function nameFeatures(label: string, letters: Letters, put: Put): void {
  if (label.startsWith('xn--')) {
    put('punycode', label);
    return;
  }
  const shape = shapeOf(label, letters);
  for (const [trait, value] of Object.entries(shape)) put(`${trait} ${value}`, label);
  put(`bits ${shape.bits} length ${shape.length}`, label);
  for (const word of label.split('-').slice(0, MOST_WORDS)) if (word.length >= 3) put(`word ${word}`, word);
  // No mark at the beginning: lists of links come sorted and cut, so first letters tell of the list.
  for (const size of [3, 4]) runsOf(`${label}$`, size, (run) => put(`run ${run}`, label));
}

/** What shape of name is odd under an ending: digits are ordinary in China, four letters are not chance under a cheap one. */
function endingFeatures(label: string, ending: string, letters: Letters, put: Put): void {
  const shape = shapeOf(label, letters);
  for (const trait of ['bits', 'length', 'digits', 'hyphens'] satisfies (keyof Shape)[]) {
    put(`${ending} ${trait} ${shape[trait]}`, label);
  }
}

/** A label in front of the domain. */
function labelFeatures(label: string, letters: Letters, put: Put): void {
  const shape = shapeOf(label, letters);
  put(`front ${label.slice(0, 24)}`, label);
  put(`front bits ${shape.bits}`, label);
  put(`front digits ${shape.digits}`, label);
  if (shape.hyphens > 0) put(`front hyphens ${shape.hyphens}`, label);
  if (label.length > 12) put(`front length ${bucket(label.length, [17, 23, 29, 35])}`, label);
  if (/^[0-9a-f]{8,}$/.test(label) && /\d/.test(label)) put('front hex', label);
  if (label.startsWith('_')) put('front underscore', label);
  for (const word of label.split('-').slice(0, MOST_WORDS)) if (word.length >= 2) put(`front word ${word}`, label);
  runsOf(label, 3, (run) => put(`front run ${run}`, label));
}

/** Every run of so many letters, digits taken for one another. */
function runsOf(label: string, size: number, visit: (run: string) => void): void {
  const text = label.replace(/\d/g, '0');
  for (let at = 0; at + size <= text.length; at += 1) visit(text.slice(at, at + size));
}

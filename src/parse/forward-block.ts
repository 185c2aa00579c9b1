import { bareSubject, type Field, fieldNamed, LONGEST_LABEL, markerOf } from './forward-labels.ts';

/** The block of headers that a mail client prints over a message that it quotes. */
export interface HeaderBlock {
  /** Where it begins, with the line over it, and where the quoted body begins. */
  start: number;
  bodyStart: number;
  /** What the line over it says it is. */
  marker: 'forward' | 'original' | undefined;
  /** Raw values. */
  values: ReadonlyMap<Field, string>;
}

/** Most lines looked at, and lines that one block may take. */
const LINES = 2_000;
const BLOCK = 40;
const MAX_LINE = 2_000;

/**
 * The first header block of a text, in any language whose labels are known. Takes the marks that clients and copying put
 * around it: quote marks, bold by asterisks, full-width colons, table bars, escaped brackets, wrapped lines, a value in
 * the line below its label. `subject` is that of the carrying message: it tells how far a wrapped subject goes.
 */
export function findBlock(text: string, subject = ''): HeaderBlock | undefined {
  const lines = text.split('\n', LINES);
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length + 1;
  }
  for (let first = 0; first < lines.length; first += 1) {
    const exact = labelled(lines[first] as string);
    const label = exact ?? cell(lines[first] as string);
    if (!label || label.field === 'other') continue;
    const top = topOf(lines, first);
    if (!exact && top.marker !== 'forward') continue;
    const read = exact ? labelled : (line: string) => labelled(line) ?? cell(line);
    const block = readBlock(lines, first, top.marker, bareSubject(subject), read);
    if (!block) continue;
    return {
      start: starts[top.line] as number,
      bodyStart: starts[block.end] ?? text.length,
      marker: top.marker,
      values: block.values,
    };
  }
  return undefined;
}

interface Labelled {
  field: Field;
  value: string;
}

/** A sender and two more fields in neighbouring lines; below a line that says what it is, one more will do. */
function readBlock(
  lines: string[],
  first: number,
  marker: HeaderBlock['marker'],
  subject: string,
  read: (line: string) => Labelled | undefined,
): { values: Map<Field, string>; end: number } | undefined {
  const values = new Map<Field, string>();
  let last: Field | undefined;
  let end = first;
  for (let at = first; at < Math.min(lines.length, first + BLOCK); at += 1) {
    const line = lines[at] as string;
    const found = read(line);
    if (found && !(values.has(found.field) && found.field !== 'other')) {
      values.set(found.field, found.value);
      last = found.field;
      end = at + 1;
      continue;
    }
    // The next message's block, or a body that begins with a header of its own.
    if (found) break;
    const words = bare(line);
    if (words === '') continue;
    if (last === undefined || !goesOn(values, last, words, lines, at, end, subject)) break;
    values.set(last, `${values.get(last) ?? ''} ${words}`.trim());
    end = at + 1;
  }
  const known = [...values.keys()].filter((field) => field !== 'other').length;
  return values.has('from') && known >= (marker ? 2 : 3) ? { values, end } : undefined;
}

/** Whether a line without a label goes on with the value of the field before it. */
function goesOn(
  values: Map<Field, string>,
  last: Field,
  words: string,
  lines: string[],
  at: number,
  end: number,
  subject: string,
): boolean {
  const value = values.get(last) ?? '';
  // A table whose cells became lines: the label alone, the value below it.
  if (value === '') return at - end < 2 && (last !== 'other' || nextLabel(lines, at + 1, 1)) && !isMarker(words);
  if (at !== end) return false;
  if (last === 'subject' && subject !== '') {
    const whole = bareSubject(`${value} ${words}`).toLowerCase();
    if (subject.toLowerCase().startsWith(whole)) return true;
  }
  if (last === 'to' || last === 'cc') return /[<@;；,，]/.test(words) ? nextLabel(lines, at + 1, 12) : false;
  if (last === 'from' && !/[<@＠]/.test(words)) return false;
  if (last === 'date' && !/\d/.test(words)) return false;
  return value.length + words.length < MAX_LINE && nextLabel(lines, at + 1, 1);
}

/** Whether one of the next lines, none of them empty, has a label. */
function nextLabel(lines: string[], from: number, within: number): boolean {
  for (let at = from; at < Math.min(lines.length, from + within); at += 1) {
    const line = lines[at] as string;
    if (labelled(line)) return true;
    if (bare(line) === '') return false;
  }
  return false;
}

function isMarker(words: string): boolean {
  return markerOf(words) === 'forward' && /[-_=]{3}|[:：]\s*$/.test(words);
}

/** The line of dashes or words over a block: at most four lines up, blank ones between. */
function topOf(lines: string[], first: number): { line: number; marker: HeaderBlock['marker'] } {
  let line = first;
  for (let at = first - 1; at >= 0 && first - at <= 4; at -= 1) {
    const words = bare(lines[at] as string);
    const marker = /[-_=—─*]{3}|[:：]$|^-+$/.test(words) || words.length < 60 ? markerOf(words) : undefined;
    if (marker) return { line: at, marker };
    if (words !== '' && !/^[-_=—─*\s]{3,}$/.test(words)) break;
    line = at;
  }
  return { line, marker: undefined };
}

const LABEL = new RegExp(
  String.raw`^[\s>|*_\u00a0\ufeff\u200b-\u200f【[「]{0,24}([\p{L}][\p{L}\p{M} .’'-]{0,${LONGEST_LABEL - 1}}?)[\s\]】」*_|]{0,8}[:：|∶﹕][\s*_|]{0,8}(.*)$`,
  'u',
);

function labelled(line: string): Labelled | undefined {
  // Most lines are prose, and the pattern costs more than a look at where the first colon stands.
  const mark = /[:：|∶﹕]/.exec(line.slice(0, 80))?.index;
  if (mark === undefined) return undefined;
  const [, label, value] = LABEL.exec(line.slice(0, MAX_LINE)) ?? [];
  const field = label === undefined ? undefined : fieldNamed(label);
  return field ? { field, value: readable((value ?? '').replace(/[\s|*]+$/, '')) } : undefined;
}

/** NetEase prints a table without any mark between label and value: believed below a line that says forwarded. */
function cell(line: string): Labelled | undefined {
  const [, label, value] = /^[\s>]{0,12}(\p{Script=Han}{2,5})(?:[ \t]+(.*))?$/u.exec(line.slice(0, MAX_LINE)) ?? [];
  const field = label === undefined ? undefined : fieldNamed(label);
  return field ? { field, value: readable((value ?? '').trim()) } : undefined;
}

function bare(line: string): string {
  return line
    .slice(0, MAX_LINE)
    .replace(/^[\s>|]+/, '')
    .replace(/[\s|]+$/, '');
}

/** Copied markup leaves its escapes behind. */
function readable(value: string): string {
  return value.includes('&')
    ? value
        .replace(/&nbsp;/gi, ' ')
        .replace(/&lt;/gi, '<')
        .replace(/&gt;/gi, '>')
        .replace(/&quot;/gi, '"')
        .replace(/&#0?39;/g, "'")
        .replace(/&amp;/gi, '&')
        .trim()
    : value;
}

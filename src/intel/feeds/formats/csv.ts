import { dateOf, listedOf, noteOf, type Parsed } from '../entry.ts';

const MAX_FIELD = 16_384;
const MOST_FIELDS = 200;
/** Lines of comment above the header. */
const MOST_HEAD = 100;

interface Columns {
  value: string;
  note?: string;
  listedAt?: string;
}

/**
 * CSV whose columns have names: in its first row, or in the last comment above the rows (`# id,dateadded,url,…`). Throws
 * when there is no column of the name that was given. What a value is, is told by its form.
 */
export async function* readCsv(bytes: AsyncIterable<Uint8Array>, columns: Columns): AsyncGenerator<Parsed[]> {
  let places: { value: number; note: number; listedAt: number } | undefined;
  let head = 0;
  for await (const rows of rowsOf(bytes)) {
    const found: Parsed[] = [];
    for (const row of rows) {
      if (row === undefined) {
        found.push('unreadable');
        continue;
      }
      const comment = row[0]?.startsWith('#') === true;
      if (!places) {
        places = placesOf(
          comment ? row.map((name, at) => (at === 0 ? name.replace(/^#\s*/, '') : name)) : row,
          columns,
        );
        head += 1;
        if (!places && (!comment || head > MOST_HEAD)) throw new Error(`there is no column “${columns.value}”`);
        continue;
      }
      if (comment || (row.length === 1 && row[0]?.trim() === '')) continue;
      found.push(rowOf(row, places));
    }
    yield found;
  }
}

function placesOf(names: string[], columns: Columns): { value: number; note: number; listedAt: number } | undefined {
  const at = (wanted: string | undefined): number =>
    wanted === undefined ? -1 : names.findIndex((name) => name.trim().toLowerCase() === wanted.toLowerCase());
  const value = at(columns.value);
  return value === -1 ? undefined : { value, note: at(columns.note), listedAt: at(columns.listedAt) };
}

function rowOf(row: string[], places: { value: number; note: number; listedAt: number }): Parsed {
  const listed = listedOf(row[places.value]?.trim() ?? '');
  if (!listed) return 'unreadable';
  const note = noteOf(row[places.note]);
  const listedAt = dateOf(row[places.listedAt]);
  return { ...listed, ...(note && { note }), ...(listedAt && { listedAt }) };
}

/** RFC 4180, read forgivingly: rows, a chunk's worth at a time; `undefined` for one that breaks the limits. */
async function* rowsOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<(string[] | undefined)[]> {
  const decoder = new TextDecoder('utf-8');
  let text = '';
  let broken = false;
  for await (const chunk of bytes) {
    text += decoder.decode(chunk, { stream: true });
    const { rows, rest } = cut(text, false);
    text = rest;
    if (text.length > MAX_FIELD * 4) {
      // A quote that nobody closes would swallow the rest of the list.
      const line = text.indexOf('\n');
      text = line === -1 ? '' : text.slice(line + 1);
      if (!broken) rows.push(undefined);
      broken = line === -1;
    } else broken = false;
    if (rows.length > 0) yield rows;
  }
  const { rows } = cut(text + decoder.decode(), true);
  if (rows.length > 0) yield rows;
}

function cut(text: string, last: boolean): { rows: (string[] | undefined)[]; rest: string } {
  const rows: (string[] | undefined)[] = [];
  let begin = 0;
  for (;;) {
    const row = oneRow(text, begin, last);
    if (!row) return { rows, rest: text.slice(begin) };
    if (row.fields.length > 1 || row.fields[0] !== '') rows.push(row.good ? row.fields : undefined);
    begin = row.end;
  }
}

/** The row that begins there; undefined when it is not all there yet. */
function oneRow(
  text: string,
  begin: number,
  last: boolean,
): { fields: string[]; good: boolean; end: number } | undefined {
  const fields: string[] = [];
  let good = true;
  let at = begin;
  if (at >= text.length) return undefined;
  for (;;) {
    let field = '';
    if (text[at] === '"') {
      for (;;) {
        const quote = text.indexOf('"', at + 1);
        if (quote === -1) return last ? { fields, good: false, end: text.length } : undefined;
        field += text.slice(at + 1, quote);
        at = quote + 1;
        if (text[at] !== '"') break;
        field += '"';
      }
    }
    let end = at;
    while (end < text.length && text[end] !== ',' && text[end] !== '\n') end += 1;
    if (end === text.length && !last) return undefined;
    field += text.slice(at, end).replace(/\r$/, '');
    if (field.length > MAX_FIELD || fields.length >= MOST_FIELDS) good = false;
    else fields.push(field);
    if (text[end] !== ',') return { fields, good, end: Math.min(end + 1, text.length) };
    at = end + 1;
  }
}

import { readDrawings } from '../drawn/read-drawings.ts';
import { textArt } from '../drawn/text-art.ts';
import type { Look } from './file-content.ts';
import { keepPayloads } from './payload.ts';
import { readableRuns } from './readable-runs.ts';
import { decodeText } from './text.ts';

/** Reads a text of any kind: notes, tables, calendars, contact cards, scripts, shortcuts to addresses. */
export async function readPlain(bytes: Uint8Array, look: Look, type: string): Promise<undefined> {
  const text = decodeText(bytes);
  const codes = await readDrawings(textArt(text.slice(0, MOST_ART)).map((bitmap) => ({ bitmap, at: 0 })));
  keepPayloads(
    codes.map(({ payload }) => payload),
    look,
  );
  look.text.push(FOLDED.has(type) ? unfold(text) : text);
  // A cell that begins with a sign is a formula, and `=cmd|'/c …'!A1` starts a program.
  if (TABLES.has(type) && /(?:^|[,;\t"])[=+@-]\s{0,5}[a-z][\w.]{0,40}\|[^\n]{1,300}!/im.test(text))
    look.traits.add('macro-runs-programs');
}

/** Characters in which a code set in letters is looked for. */
const MOST_ART = 400_000;
const TABLES = new Set(['csv', 'tsv', 'slk', 'iqy', 'txt']);
const FOLDED = new Set(['ics', 'vcf']);

/** Calendar and contact lines are folded at 75 bytes, in the midst of an address too (RFC 5545, 3.1). */
function unfold(text: string): string {
  return text
    .replace(/\r?\n[ \t]/g, '')
    .replace(/\\n/gi, '\n')
    .replace(/\\([,;\\])/g, '$1');
}

/** A Windows shortcut: the command that it runs stands in it as text. */
export function readShortcut(bytes: Uint8Array, look: Look): undefined {
  look.text.push(readableRuns(bytes, 16_384));
}

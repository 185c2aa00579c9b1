import { readDrawings } from '../drawn/read-drawings.ts';
import { textArt } from '../drawn/text-art.ts';
import { judgeFields } from './fields.ts';
import type { Look } from './file-content.ts';
import { keepPayloads } from './payload.ts';
import { decodeText } from './text.ts';

/** Reads a text of any kind: notes, tables, scripts. */
export async function readPlain(bytes: Uint8Array, look: Look, type: string): Promise<undefined> {
  const text = decodeText(bytes);
  const codes = await readDrawings(textArt(text.slice(0, MOST_ART)).map((bitmap) => ({ bitmap, at: 0 })));
  keepPayloads(
    codes.map(({ payload }) => payload),
    look,
  );
  look.text.push(text);
  if (!TABLES.has(type)) return;
  // A cell that begins with a sign is a formula, and `=cmd|'/c …'!A1` starts a program.
  const cells = text.slice(0, MOST_CELLS).match(CELL) ?? [];
  judgeFields(cells.join('\n'), look);
  // A table in the old exchange form may be a macro sheet, and names it so.
  if (type === 'slk' && /^(?:O;E|NN;.{0,200}\bauto_)|\bE(?:XEC|CALL|REGISTER)\(/im.test(text.slice(0, MOST_CELLS))) {
    look.traits.add('excel4-macro');
  }
}

/** Characters in which a code set in letters is looked for. */
const MOST_ART = 400_000;
const MOST_CELLS = 1_000_000;
/** Cells that are formulas; in the old exchange form they follow an `E`. */
const CELL = /(?:^|[,;\t"])[=+@-][^\n]{3,400}|;E[^\n]{3,400}/gm;

const TABLES = new Set(['csv', 'tsv', 'slk', 'iqy']);

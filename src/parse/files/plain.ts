import { judgeFields } from './fields.ts';
import type { Look } from './file-content.ts';
import { decodeText } from './text.ts';

/** Reads a text of any kind: notes, tables, scripts. */
export function readPlain(bytes: Uint8Array, look: Look, type: string): undefined {
  const text = decodeText(bytes);
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

const MOST_CELLS = 1_000_000;
/** Cells that are formulas; in the old exchange form they follow an `E`. */
const CELL = /(?:^|[,;\t"])[=+@-][^\n]{3,400}|;E[^\n]{3,400}/gm;

const TABLES = new Set(['csv', 'tsv', 'slk', 'iqy']);

import type { Look } from './file-content.ts';
import { decodeText } from './text.ts';

/** Reads a text of any kind: notes, tables, scripts. */
export function readPlain(bytes: Uint8Array, look: Look, type: string): undefined {
  const text = decodeText(bytes);
  look.text.push(text);
  // A cell that begins with a sign is a formula, and `=cmd|'/c …'!A1` starts a program.
  if (TABLES.has(type) && /(?:^|[,;\t"])[=+@-]\s{0,5}[a-z][\w.]{0,40}\|[^\n]{1,300}!/im.test(text))
    look.traits.add('macro-runs-programs');
}

const TABLES = new Set(['csv', 'tsv', 'slk', 'iqy', 'txt']);

import { listedOf, noteOf, type Parsed } from '../entry.ts';
import { linesOf } from './lines.ts';

/**
 * One thing a line, of any kind: links, domains, addresses, ranges, mailboxes, hashes. `#`, `;` and `//` begin comments;
 * one behind the thing is its note (`192.0.2.0/24 ; SBL1`).
 */
export async function* readPlain(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Parsed[]> {
  for await (const lines of linesOf(bytes)) yield lines.flatMap((line) => plainLine(line) ?? []);
}

function plainLine(line: string | undefined): Parsed | undefined {
  if (line === undefined) return 'unreadable';
  const text = line.trim();
  if (text === '' || /^(?:[#;!]|\/\/)/.test(text)) return undefined;
  const blank = text.search(/[\s,]/);
  const value = (blank === -1 ? text : text.slice(0, blank)).replace(/^"|"$/g, '');
  const listed = listedOf(value);
  if (!listed) return 'unreadable';
  const comment = blank === -1 ? undefined : /^\s*(?:#|;|\/\/)\s?(.{1,200})/.exec(text.slice(blank))?.[1];
  const note = noteOf(comment);
  return note ? { ...listed, note } : listed;
}

import type { Part } from './tray.ts';

const MOST_FILES = 50;

/**
 * Takes files out of a text that stand in it uuencoded, as mail did before MIME: Outlook still shows them as attachments
 * and not as words. Only whole lines that decode are taken: a sentence that begins with "begin" stays.
 */
export function takeUuencoded(text: string): { text: string; files: Part[] } {
  if (!/^begin [0-7]{3,4} \S/m.test(text)) return { text, files: [] };
  const files: Part[] = [];
  const kept: string[] = [];
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as string;
    const name = /^begin [0-7]{3,4} (\S.{0,300})$/.exec(line)?.[1];
    const block = name !== undefined && files.length < MOST_FILES ? blockAt(lines, at + 1) : undefined;
    if (name === undefined || !block) {
      kept.push(line);
      continue;
    }
    files.push({ bytes: block.bytes, name: name.trim(), declaredType: '', inline: false });
    at = block.last;
  }
  return { text: kept.join('\n'), files };
}

/** The lines of one file; broken off by the end of the text it is a file all the same. */
function blockAt(lines: string[], start: number): { bytes: Buffer; last: number } | undefined {
  const pieces: Buffer[] = [];
  let at = start;
  for (; at < lines.length; at += 1) {
    const line = lines[at] as string;
    if (line === 'end') break;
    if (/^[` ]?\s*$/.test(line)) continue;
    const piece = decodeLine(line);
    if (!piece) return undefined;
    pieces.push(piece);
  }
  return pieces.length === 0 ? undefined : { bytes: Buffer.concat(pieces), last: at };
}

/** The first character is the number of bytes; each four characters hold three. Blanks at the end may be lost. */
function decodeLine(line: string): Buffer | undefined {
  if (!/^[!-M][ -`]{0,64}$/.test(line)) return undefined;
  const size = line.charCodeAt(0) - 32;
  const letters = Math.ceil(size / 3) * 4;
  if (line.length - 1 > letters + 2 || line.length - 1 < letters - 4) return undefined;
  const six = (place: number): number => ((line.charCodeAt(place + 1) || 32) - 32) & 63;
  const out = Buffer.alloc(size + 3);
  for (let from = 0, to = 0; to < size; from += 4, to += 3) {
    out.writeUIntBE((six(from) << 18) | (six(from + 1) << 12) | (six(from + 2) << 6) | six(from + 3), to, 3);
  }
  return out.subarray(0, size);
}

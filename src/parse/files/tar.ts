import { addGap, type Look } from './file-content.ts';
import { memberList, readMembers, stored } from './members.ts';
import { decodeText } from './text.ts';

const BLOCK = 512;

/** Reads a tape archive (POSIX ustar, with the long names of GNU and of pax): a chain of headers and contents. */
export async function readTar(bytes: Uint8Array, look: Look): Promise<undefined> {
  const { members, add } = memberList(look);
  let longName = '';
  let at = 0;
  for (; at + BLOCK <= bytes.length; ) {
    const head = bytes.subarray(at, at + BLOCK);
    if (head.every((byte) => byte === 0)) break;
    const size = numberOf(head.subarray(124, 136));
    if (!isHeader(head) || size === undefined) {
      addGap(look, 'unreadable');
      break;
    }
    const content = bytes.subarray(at + BLOCK, at + BLOCK + size);
    const kind = String.fromCharCode(head[156] ?? 0);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    if (kind === 'L') longName = textOf(content);
    else if (kind === 'x') longName = paxName(decodeText(content)) || longName;
    else if (kind === 'g' || kind === 'K') continue;
    else {
      const prefix = textOf(head.subarray(257, 262)) === 'ustar' ? textOf(head.subarray(345, 500)) : '';
      const name = longName || (prefix ? `${prefix}/` : '') + textOf(head.subarray(0, 100));
      longName = '';
      // Everything but plain files has no content: links, folders, devices.
      if (kind !== '0' && kind !== '\0' && kind !== '7') continue;
      if (!add({ name, size, encrypted: false, read: () => stored(content, size, look) })) break;
    }
  }
  await readMembers(members, look);
}

/** The checksum counts the header with its own field as blanks (POSIX.1, pax interchange format). */
export function isHeader(head: Uint8Array): boolean {
  let sum = 0;
  for (let at = 0; at < BLOCK; at += 1) sum += at >= 148 && at < 156 ? 32 : (head[at] ?? 0);
  return sum === numberOf(head.subarray(148, 156));
}

/** Octal digits, or base 256 where the first bit is set. */
function numberOf(field: Uint8Array): number | undefined {
  if (((field[0] ?? 0) & 0x80) !== 0) {
    const value = field.slice(1).reduce((sum, byte) => sum * 256 + byte, 0);
    return Number.isSafeInteger(value) ? value : undefined;
  }
  const digits = Buffer.from(field).toString('latin1').replace(/[\0 ]/g, '');
  return /^[0-7]{0,20}$/.test(digits) ? Number.parseInt(digits || '0', 8) : undefined;
}

function textOf(field: Uint8Array): string {
  const end = field.indexOf(0);
  return decodeText(end < 0 ? field : field.subarray(0, end)).replaceAll('\\', '/');
}

function paxName(records: string): string {
  return /^\d{1,9} path=([^\n]{1,1024})$/m.exec(records)?.[1] ?? '';
}

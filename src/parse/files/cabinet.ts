import { inflateRawSync } from 'node:zlib';
import type { Gap } from '../../model.ts';
import { addGap, LIMITS, type Look } from './file-content.ts';
import { memberList, readMembers } from './members.ts';
import { decodeText } from './text.ts';

/**
 * Reads a Windows cabinet (MS-CAB): its list of files stands in the open, its folders are stored or packed in pieces
 * (MSZIP). The other packings (Quantum, LZX) nobody reads here: a gap.
 */
export async function readCabinet(bytes: Uint8Array, look: Look): Promise<undefined> {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (raw.length < 36) return addGap(look, 'unreadable');
  const { members, add } = memberList(look);
  const folders = new Map<number, Uint8Array | Gap['why']>();
  const files = raw.readUInt16LE(28);
  let at = raw.readUInt32LE(16);
  for (let index = 0; index < files && at + 17 <= raw.length; index += 1) {
    const size = raw.readUInt32LE(at);
    const start = raw.readUInt32LE(at + 4);
    const folder = raw.readUInt16LE(at + 8);
    const end = raw.indexOf(0, at + 16);
    if (end < 0) break;
    const name = decodeText(raw.subarray(at + 16, end)).replaceAll('\\', '/');
    at = end + 1;
    const read = (): Uint8Array | Gap['why'] => {
      const content = folders.get(folder) ?? unpack(raw, folder, look);
      folders.set(folder, content);
      if (typeof content === 'string') return content;
      return start + size > content.length ? 'unreadable' : content.subarray(start, start + size);
    };
    if (!add({ name, size, encrypted: false, read })) break;
  }
  if (members.length === 0) addGap(look, 'unreadable');
  await readMembers(members, look);
}

/** All pieces of one folder, one behind the other; each MSZIP piece may point back into the one before it. */
function unpack(raw: Buffer, folder: number, look: Look): Uint8Array | Gap['why'] {
  const reserve = (raw.readUInt16LE(30) & 4) !== 0;
  if ((raw.readUInt16LE(30) & 3) !== 0) return 'unsupported'; // a part of a set of cabinets
  const perFolder = 8 + (reserve ? (raw[38] ?? 0) : 0);
  const perPiece = 8 + (reserve ? (raw[39] ?? 0) : 0);
  const head = 36 + (reserve ? 4 + raw.readUInt16LE(36) : 0) + folder * perFolder;
  if (head + 8 > raw.length) return 'unreadable';
  const packing = raw.readUInt16LE(head + 6) & 15;
  if (packing > 1) return 'unsupported';
  let at = raw.readUInt32LE(head);
  const pieces: Uint8Array[] = [];
  let last: Uint8Array = new Uint8Array();
  let length = 0;
  for (let count = raw.readUInt16LE(head + 4); count > 0; count -= 1) {
    if (at + perPiece > raw.length) return 'unreadable';
    const packed = raw.subarray(at + perPiece, at + perPiece + raw.readUInt16LE(at + 4));
    at += perPiece + raw.readUInt16LE(at + 4);
    try {
      const dictionary = last.length > 0 ? { dictionary: last } : {};
      last = packing === 0 ? packed : inflateRawSync(packed.subarray(2), { maxOutputLength: 32_768, ...dictionary });
    } catch {
      return 'unreadable';
    }
    length += last.length;
    if (length > Math.min(LIMITS.entryBytes, look.budget.inflated)) return 'too-large';
    pieces.push(last);
  }
  look.budget.inflated -= length;
  return Buffer.concat(pieces);
}

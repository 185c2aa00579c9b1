import type { Gap } from '../../model.ts';
import { addGap, LIMITS, type Look } from './file-content.ts';
import { unpackLzma, unpackLzma2 } from './lzma.ts';
import { memberList, readMembers } from './members.ts';
import { type Folder, type Header, readHeader } from './seven-zip-header.ts';

/**
 * Reads a 7z archive: its header (plain, or packed with LZMA as nearly all are) names the files; contents that are
 * stored or packed with LZMA alone are looked into. The other packings are a gap.
 */
export async function readSevenZip(bytes: Uint8Array, look: Look): Promise<undefined> {
  const header = findHeader(bytes, look);
  if (typeof header === 'string') {
    if (header === 'encrypted') look.traits.add('encrypted');
    return addGap(look, header);
  }
  const { members, add } = memberList(look);
  const unpacked = new Map<Folder, Uint8Array | Gap['why']>();
  for (const { name, size, offset, folder } of header.files) {
    const encrypted = folder?.encrypted ?? false;
    const read = (): Uint8Array | Gap['why'] => {
      if (encrypted) return 'encrypted';
      if (size === 0) return new Uint8Array();
      if (!folder) return 'unreadable';
      const content = unpacked.get(folder) ?? unpackFolder(bytes, folder, look);
      unpacked.set(folder, content);
      return typeof content === 'string' ? content : content.subarray(offset, offset + size);
    };
    if (!add({ name, size, encrypted, read })) break;
  }
  if (members.some(({ encrypted }) => encrypted)) look.traits.add('encrypted');
  await readMembers(members, look);
}

/** Follows packed headers to the plain one; nobody packs a header twice. */
function findHeader(bytes: Uint8Array, look: Look): Header | Gap['why'] {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (raw.length < 32) return 'unreadable';
  const start = 32 + Number(raw.readBigUInt64LE(12));
  let block: Uint8Array = raw.subarray(start, start + Number(raw.readBigUInt64LE(20)));
  for (let turns = 0; turns < 2; turns += 1) {
    const header = readHeader(block);
    if (!header) return 'unreadable';
    if (!header.packed) return header;
    if (header.packed.encrypted) return 'encrypted';
    const inner = unpackFolder(bytes, header.packed, look);
    if (typeof inner === 'string') return inner;
    block = inner;
  }
  return 'unreadable';
}

function unpackFolder(bytes: Uint8Array, folder: Folder, look: Look): Uint8Array | Gap['why'] {
  if (folder.encrypted) return 'encrypted';
  const { start, packedSize, size, coder, settings } = folder;
  const most = Math.min(LIMITS.slowBytes, look.budget.inflated, Math.max(1024 * 1024, packedSize * LIMITS.ratio));
  if (size > most) return 'too-large';
  const packed = bytes.subarray(start, start + packedSize);
  look.budget.inflated -= size;
  if (coder === '00') return packed;
  if (coder === '21') return unpackLzma2(packed, size + 1)?.out ?? 'unreadable';
  if (coder === '030101') return unpackLzma(packed, settings[0] ?? 255, size) ?? 'unreadable';
  return 'unsupported';
}

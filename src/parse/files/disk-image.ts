import { addGap, LIMITS, type Look } from './file-content.ts';
import { memberList, readMembers } from './members.ts';

/** Bytes of an image that are searched: folders stand near its front. */
const SEARCHED = 32 * 1024 * 1024;
const MAX_NAMES = 2_000;

/**
 * Reads the names of files off an image of a hard disk (VHD, VHDX, a bare image): folder entries of FAT and records of
 * NTFS are found by their marks and checksums wherever they lie, since a virtual disk scatters its sectors. What the
 * files hold nobody reads here: a gap.
 */
export async function readDisk(bytes: Uint8Array, look: Look): Promise<undefined> {
  const part = bytes.subarray(0, SEARCHED);
  const names = new Map<string, number>();
  for (const { name, size } of [...ntfsFiles(part), ...fatFiles(part)]) {
    // A system's own files; `$` begins only those.
    if (!name.startsWith('$') && names.size < MAX_NAMES) names.set(name, size);
  }
  const { members, add } = memberList(look);
  for (const [name, size] of names) if (!add({ name, size, encrypted: false, read: () => 'unsupported' })) break;
  if (members.length === 0) return addGap(look, bytes.length > LIMITS.fileBytes ? 'too-large' : 'unsupported');
  await readMembers(members, look);
}

interface Found {
  name: string;
  size: number;
}

/** Records `FILE` of a master file table, one kilobyte each, with their attribute 0x30, the name. */
function* ntfsFiles(bytes: Uint8Array): Generator<Found> {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 1_024 <= raw.length; at += 512) {
    if (raw.readUInt32LE(at) !== 0x454c4946) continue;
    const record = raw.subarray(at, at + 1_024);
    // Bit 0: in use; bit 1: a folder.
    if ((record.readUInt16LE(22) & 3) !== 1) continue;
    let best: Found | undefined;
    for (let place = record.readUInt16LE(20); place + 24 <= record.length; ) {
      const kind = record.readUInt32LE(place);
      const length = record.readUInt32LE(place + 4);
      if (kind === 0xffffffff || length < 24) break;
      const start = place + record.readUInt16LE(place + 20);
      if (kind === 0x30 && start + 66 <= record.length) {
        const letters = record[start + 64] ?? 0;
        const name = record.toString('utf16le', start + 66, Math.min(start + 66 + letters * 2, record.length));
        // The long name, not its twin of eight letters and three.
        if (!best || name.length > best.name.length) best = { name, size: record.readUIntLE(start + 48, 6) };
      }
      place += length;
    }
    if (best) yield best;
  }
}

/** Folder entries of FAT: the pieces of a long name, last first, then the short entry whose checksum they carry. */
function* fatFiles(bytes: Uint8Array): Generator<Found> {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 64 <= raw.length; at += 32) {
    if (raw[at + 11] !== 0x0f || raw[at + 26] !== 0 || raw[at + 27] !== 0) continue;
    const order = raw[at] ?? 0;
    const count = order & 0x3f;
    if ((order & 0x40) === 0 || count === 0 || count > 20) continue;
    const short = at + count * 32;
    if (short + 32 > raw.length || checksum(raw.subarray(short, short + 11)) !== raw[at + 13]) continue;
    const pieces: string[] = [];
    for (let piece = 0; piece < count; piece += 1) pieces.unshift(lettersOf(raw.subarray(at + piece * 32)));
    const isFolder = ((raw[short + 11] ?? 0) & 0x18) !== 0;
    const name = (pieces.join('').split('\0')[0] ?? '').replaceAll('\uffff', '');
    if (!isFolder && name !== '') yield { name, size: raw.readUInt32LE(short + 28) };
    at = short;
  }
}

function lettersOf(entry: Buffer): string {
  return entry.toString('utf16le', 1, 11) + entry.toString('utf16le', 14, 26) + entry.toString('utf16le', 28, 32);
}

function checksum(short: Uint8Array): number {
  return short.reduce((sum, byte) => (((sum & 1) << 7) + (sum >> 1) + byte) & 0xff, 0);
}

/**
 * Reader for compound files (MS-CFB): the container of .doc, .xls, .msg, .msi and of macro projects.
 *
 * Our own, although the `cfb` package reads them too: that one copies every chain of sectors eagerly, so that a file of
 * a few hundred kilobytes with a loop or with shared chains fills the memory without end (a chain that loops back grew
 * past the worker's heap). Here a stream is read when it is asked for, is never longer than its entry says or than the
 * file itself, and no chain has more steps than the file has sectors.
 */

export interface CompoundStream {
  /** Path from the root, separated by `/`: `Macros/VBA/dir`. */
  path: string;
  size: number;
  read(): Uint8Array;
}

export interface CompoundFile {
  /** Class id of the root, lower-case hex as stored. */
  rootClass: string;
  streams: CompoundStream[];
  /** True when the directory is longer than is read: a message may have hundreds of recipients, an attack millions. */
  cut: boolean;
}

const END = 0xfffffffa;
const MAX_ENTRIES = 32_768;

/** Throws when the header or the directory cannot be read; broken streams come out short. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) throw new Error('not a compound file');
  const sectorSize = 1 << shift;
  const sectors = Math.ceil(bytes.length / sectorSize) - 1;
  const sector = (index: number): Uint8Array => bytes.subarray((index + 1) * sectorSize, (index + 2) * sectorSize);
  const fat = readFat(view, sectorSize, sectors);

  const chain = (start: number, most: number): Uint8Array => follow(start, most, fat, sectorSize, sectors, sector);
  const directory = chain(view.getUint32(48, true), MAX_ENTRIES * 128);
  const entries = readEntries(directory);
  const root = entries[0];
  if (!root) throw new Error('no directory');

  const miniFat = toNumbers(chain(view.getUint32(60, true), sectors * sectorSize));
  let miniStream: Uint8Array | undefined;
  const mini = (start: number, size: number): Uint8Array => {
    miniStream ??= chain(root.start, root.size);
    const whole = miniStream;
    return follow(start, size, miniFat, 64, miniFat.length, (index) => whole.subarray(index * 64, index * 64 + 64));
  };
  const streams: CompoundStream[] = [];
  for (const { path, entry } of walk(entries)) {
    const { start, size } = entry;
    streams.push({ path, size, read: () => (size < 4096 ? mini(start, size) : chain(start, size)) });
  }
  return { rootClass: root.clsid, streams, cut: entries.length >= MAX_ENTRIES };
}

function follow(
  start: number,
  most: number,
  next: Uint32Array,
  size: number,
  count: number,
  piece: (index: number) => Uint8Array,
): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let index = start; index < count && length < most && pieces.length < count; index = next[index] ?? END) {
    pieces.push(piece(index));
    length += size;
  }
  return Buffer.concat(pieces).subarray(0, most);
}

/** The sector numbers of the table stand in the header, then in a chain of sectors of their own. */
function readFat(view: DataView, sectorSize: number, sectors: number): Uint32Array {
  const at: number[] = [];
  for (let index = 0; index < 109; index += 1) at.push(view.getUint32(76 + index * 4, true));
  const perSector = sectorSize / 4;
  let more = view.getUint32(68, true);
  for (let turns = 0; more < sectors && turns <= sectors / perSector; turns += 1) {
    const offset = (more + 1) * sectorSize;
    if (offset + sectorSize > view.byteLength) break;
    for (let index = 0; index < perSector - 1; index += 1) at.push(view.getUint32(offset + index * 4, true));
    more = view.getUint32(offset + sectorSize - 4, true);
  }
  const fat = new Uint32Array(Math.max(sectors, 0)).fill(END);
  let filled = 0;
  for (const index of at) {
    if (filled >= fat.length) break;
    const offset = (index + 1) * sectorSize;
    if (index >= sectors) {
      filled += perSector;
      continue;
    }
    for (let place = 0; place < perSector && filled < fat.length; place += 1, filled += 1) {
      if (offset + place * 4 + 4 <= view.byteLength) fat[filled] = view.getUint32(offset + place * 4, true);
    }
  }
  return fat;
}

function toNumbers(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => view.getUint32(index * 4, true));
}

interface Entry {
  name: string;
  kind: number;
  left: number;
  right: number;
  child: number;
  clsid: string;
  start: number;
  size: number;
}

function readEntries(directory: Uint8Array): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const raw = Buffer.from(directory.buffer, directory.byteOffset + at, 128);
    const length = Math.min(Math.max(raw.readUInt16LE(64) - 2, 0), 62);
    entries.push({
      name: raw.toString('utf16le', 0, length),
      kind: raw[66] ?? 0,
      left: raw.readUInt32LE(68),
      right: raw.readUInt32LE(72),
      child: raw.readUInt32LE(76),
      clsid: raw.toString('hex', 80, 96),
      start: raw.readUInt32LE(116),
      size: raw.readUInt32LE(120),
    });
  }
  return entries;
}

/** Streams with their paths. Each entry is visited once, however the tree is knotted. */
function* walk(entries: Entry[]): Generator<{ path: string; entry: Entry }> {
  const seen = new Set<number>([0]);
  const stack: [index: number, folder: string][] = [[entries[0]?.child ?? END, '']];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [index, folder] = next;
    const entry = entries[index];
    if (!entry || seen.has(index)) continue;
    seen.add(index);
    const path = `${folder}${entry.name}`.slice(0, 512);
    stack.push([entry.left, folder], [entry.right, folder]);
    if (entry.kind === 2) yield { path, entry };
    else if (entry.kind === 1) stack.push([entry.child, `${path}/`]);
  }
}

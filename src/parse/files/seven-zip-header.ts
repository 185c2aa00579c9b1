/** The header of a 7z archive, after 7zFormat.txt of the 7-Zip SDK (public domain). */

export interface Folder {
  /** Where its packed bytes lie in the file. */
  start: number;
  packedSize: number;
  size: number;
  /** Id of its only coder in hex: `00` copy, `21` LZMA2, `030101` LZMA; `''` when there are several. */
  coder: string;
  settings: Uint8Array;
  encrypted: boolean;
  hasDigest: boolean;
}

export interface Header {
  files: { name: string; size: number; offset: number; folder?: Folder }[];
  /** Set when this header is only the wrapping of the real one. */
  packed?: Folder;
}

const MAX_FOLDERS = 10_000;
const MAX_FILES = 20_000;
const AES = '06f10701';
/** Filters for programs, which change a few bytes of a program and nothing of its kind. */
const FILTERS = new Set(['03030103', '04', '0303011b', '05', '06', '07', '08', '09', '03']);

/** Undefined when it is none, or broken. */
export function readHeader(block: Uint8Array): Header | undefined {
  const cursor = new Cursor(block);
  const kind = cursor.byte();
  try {
    if (kind === 0x17) {
      const { folders } = readStreams(cursor);
      return folders[0] && { files: [], packed: folders[0] };
    }
    return kind === 1 ? readFiles(cursor) : undefined;
  } catch {
    return undefined;
  }
}

interface Streams {
  folders: Folder[];
  /** For each folder the sizes of the files in it, one behind the other. */
  sizes: number[][];
}

function readStreams(cursor: Cursor): Streams {
  const packed: number[] = [];
  let folders: Folder[] = [];
  let sizes: number[][] | undefined;
  let position = 0;
  for (let id = cursor.byte(); id !== 0; id = cursor.byte()) {
    if (id === 6) {
      position = cursor.number();
      const count = cursor.count(MAX_FOLDERS);
      for (let inner = cursor.byte(); inner !== 0; inner = cursor.byte()) {
        if (inner === 9) for (let index = 0; index < count; index += 1) packed.push(cursor.number());
        else if (inner === 10) cursor.digests(count);
        else throw new Error('unknown');
      }
    } else if (id === 7) {
      folders = readFolders(cursor, packed, 32 + position);
    } else if (id === 8) {
      sizes = readSizes(cursor, folders);
    } else throw new Error('unknown');
  }
  return { folders, sizes: sizes ?? folders.map(({ size }) => [size]) };
}

function readFolders(cursor: Cursor, packed: number[], position: number): Folder[] {
  if (cursor.byte() !== 11) throw new Error('no folders');
  const count = cursor.count(MAX_FOLDERS);
  if (cursor.byte() !== 0) throw new Error('external');
  const shapes = Array.from({ length: count }, () => readCoders(cursor));
  if (cursor.byte() !== 12) throw new Error('no sizes');
  let stream = 0;
  let start = position;
  const folders = shapes.map(({ coders, outputs, main, streams, settings }): Folder => {
    const lengths = Array.from({ length: outputs }, () => cursor.number());
    const packedSize = packed[stream] ?? 0;
    const folder: Folder = {
      start,
      packedSize,
      size: lengths[main] ?? 0,
      coder: lone(coders),
      settings,
      encrypted: coders.includes(AES),
      hasDigest: false,
    };
    for (let index = 0; index < streams; index += 1, stream += 1) start += packed[stream] ?? 0;
    return folder;
  });
  for (let id = cursor.byte(); id !== 0; id = cursor.byte()) {
    if (id !== 10) throw new Error('unknown');
    for (const [index, defined] of cursor.digests(count).entries()) {
      const folder = folders[index];
      if (folder) folder.hasDigest = defined;
    }
  }
  return folders;
}

function lone(coders: string[]): string {
  const packings = coders.filter((coder) => !FILTERS.has(coder));
  return packings.length === 1 ? (packings[0] ?? '') : '';
}

interface Shape {
  coders: string[];
  outputs: number;
  /** Which output is that of the packing itself. */
  main: number;
  streams: number;
  settings: Uint8Array;
}

function readCoders(cursor: Cursor): Shape {
  const count = cursor.count(8);
  const coders: string[] = [];
  let inputs = 0;
  let outputs = 0;
  let main = 0;
  let settings = new Uint8Array();
  for (let index = 0; index < count; index += 1) {
    const flags = cursor.byte();
    const coder = Buffer.from(cursor.take(flags & 15)).toString('hex');
    let ins = 1;
    let outs = 1;
    if ((flags & 0x10) !== 0) {
      ins = cursor.count(8);
      outs = cursor.count(8);
    }
    const properties = (flags & 0x20) === 0 ? new Uint8Array() : Uint8Array.from(cursor.take(cursor.count(1_024)));
    if (!FILTERS.has(coder)) {
      main = outputs;
      settings = properties;
    }
    coders.push(coder);
    inputs += ins;
    outputs += outs;
  }
  const bound = outputs - 1;
  for (let index = 0; index < bound * 2; index += 1) cursor.number();
  const streams = inputs - bound;
  if (streams > 1) for (let index = 0; index < streams; index += 1) cursor.number();
  return { coders, outputs, main, streams, settings };
}

function readSizes(cursor: Cursor, folders: Folder[]): number[][] {
  let counts = folders.map(() => 1);
  let id = cursor.byte();
  if (id === 13) {
    counts = folders.map(() => cursor.count(MAX_FILES));
    id = cursor.byte();
  }
  const sizes = folders.map(({ size }, index) => {
    const count = counts[index] ?? 0;
    let rest = size;
    return Array.from({ length: count }, (_, place) => {
      const length = place === count - 1 || id !== 9 ? rest : cursor.number();
      rest -= length;
      return length;
    });
  });
  if (id === 9) id = cursor.byte();
  if (id === 10) {
    // A file alone in its folder has the folder's digest, where that has one.
    const open = folders.map(({ hasDigest }, index) => (hasDigest && counts[index] === 1 ? 0 : (counts[index] ?? 0)));
    cursor.digests(open.reduce((sum, each) => sum + each, 0));
    id = cursor.byte();
  }
  if (id !== 0) throw new Error('unknown');
  return sizes;
}

function readFiles(cursor: Cursor): Header {
  let streams: Streams = { folders: [], sizes: [] };
  const id = cursor.byte();
  if (id === 4) {
    streams = readStreams(cursor);
    if (cursor.byte() !== 5) return { files: [] };
  } else if (id !== 5) return { files: [] };
  const count = cursor.count(MAX_FILES);
  let names: string[] = [];
  let empty: boolean[] = [];
  for (let kind = cursor.byte(); kind !== 0 && !cursor.ended; kind = cursor.byte()) {
    const size = cursor.number();
    const end = cursor.at + size;
    if (kind === 14) empty = cursor.flags(count);
    else if (kind === 17 && cursor.byte() === 0) names = namesIn(cursor.bytes.subarray(cursor.at, end), count);
    cursor.at = end;
  }
  const places = streams.sizes.flatMap((sizes, index) => {
    let offset = 0;
    return sizes.map((size) => {
      const place = { size, offset, folder: streams.folders[index] };
      offset += size;
      return place;
    });
  });
  let next = 0;
  const files = names.flatMap((name, index) => {
    // Folders and empty files have no stream.
    if (empty[index]) return [];
    const place = places[next] ?? { size: 0, offset: 0, folder: undefined };
    next += 1;
    return [
      {
        name: name.replaceAll('\\', '/'),
        size: place.size,
        offset: place.offset,
        ...(place.folder && { folder: place.folder }),
      },
    ];
  });
  return { files };
}

function namesIn(bytes: Uint8Array, most: number): string[] {
  return Buffer.from(bytes)
    .toString('utf16le')
    .split('\0')
    .slice(0, most)
    .filter((name) => name !== '');
}

class Cursor {
  readonly bytes: Uint8Array;
  at = 0;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get ended(): boolean {
    return this.at >= this.bytes.length;
  }

  byte(): number {
    if (this.ended) throw new Error('ended');
    const byte = this.bytes[this.at] ?? 0;
    this.at += 1;
    return byte;
  }

  take(length: number): Uint8Array {
    const taken = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return taken;
  }

  /** As many leading ones as bytes follow; the rest of the first byte are the highest bits. */
  number(): number {
    const first = this.byte();
    let value = 0;
    for (let index = 0, mask = 0x80; index < 8; index += 1, mask >>= 1) {
      if ((first & mask) === 0) return value + (first & (mask - 1)) * 2 ** (8 * index);
      value += this.byte() * 2 ** (8 * index);
    }
    return value;
  }

  count(most: number): number {
    const value = this.number();
    if (value > most) throw new Error('too many');
    return value;
  }

  flags(count: number): boolean[] {
    const flags: boolean[] = [];
    for (let index = 0, byte = 0; index < count; index += 1) {
      if (index % 8 === 0) byte = this.byte();
      flags.push((byte & (0x80 >> (index % 8))) !== 0);
    }
    return flags;
  }

  /** Skips checksums; tells which are there. */
  digests(count: number): boolean[] {
    const defined = this.byte() === 1 ? Array.from({ length: count }, () => true) : this.flags(count);
    this.at += defined.filter(Boolean).length * 4;
    return defined;
  }
}

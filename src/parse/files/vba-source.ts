/**
 * Macro source as it is kept in an Office file (MS-OVBA): a compressed `dir` stream that lists the modules, and a
 * stream a module whose source begins, compressed, at an offset that `dir` names.
 */

const CHUNK = 4_096;

/**
 * Decompresses a container (MS-OVBA 2.4.1) from `start`; undefined when none begins there. Stops at the first broken
 * chunk, since what came before it is still source, and at `most` bytes: one byte of input can mean 4 kB of output.
 */
export function decompressVba(bytes: Uint8Array, start: number, most: number): Uint8Array | undefined {
  if (bytes[start] !== 1) return undefined;
  const out = new Uint8Array(most);
  let length = 0;
  let at = start + 1;
  while (at + 2 <= bytes.length && length < most) {
    const header = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    if (((header >> 12) & 7) !== 3) break;
    const end = Math.min(at + (header & 0xfff) + 3, bytes.length);
    at += 2;
    const begin = length;
    if ((header & 0x8000) === 0) {
      const raw = bytes.subarray(at, Math.min(at + CHUNK, bytes.length)).subarray(0, most - length);
      out.set(raw, length);
      length += raw.length;
      at += CHUNK;
      continue;
    }
    while (at < end && length < most) {
      const flags = bytes[at] ?? 0;
      at += 1;
      for (let bit = 0; bit < 8 && at < end && length < most && length - begin < CHUNK; bit += 1) {
        if ((flags & (1 << bit)) === 0) {
          out[length] = bytes[at] ?? 0;
          length += 1;
          at += 1;
          continue;
        }
        const token = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
        at += 2;
        // The nearer the chunk's start, the fewer bits the distance needs (2.4.1.3.19.1).
        const bits = Math.max(Math.ceil(Math.log2(length - begin)), 4);
        const from = length - (token >> (16 - bits)) - 1;
        if (from < begin) return out.subarray(0, length);
        const count = (token & (0xffff >> bits)) + 3;
        for (let step = 0; step < count && length < most; step += 1, length += 1) out[length] = out[from + step] ?? 0;
      }
      if (length - begin >= CHUNK) break;
    }
    at = end;
  }
  return out.subarray(0, length);
}

export interface VbaModule {
  /** Name of the module's stream, decoded by the project's code page by the caller. */
  stream: Uint8Array;
  /** Where in the stream the source begins. */
  offset: number;
}

/** What a decompressed `dir` stream tells (MS-OVBA 2.3.4.2): records of id, length and data. */
export function readVbaDirectory(dir: Uint8Array): { codePage: number; modules: VbaModule[] } {
  const view = new DataView(dir.buffer, dir.byteOffset, dir.byteLength);
  const modules: VbaModule[] = [];
  let codePage = 1252;
  let stream: Uint8Array | undefined;
  for (let at = 0; at + 6 <= dir.length; ) {
    const id = view.getUint16(at, true);
    // The version record (9) says 4 bytes and has 6.
    const length = id === 9 ? 6 : view.getUint32(at + 2, true);
    const data = dir.subarray(at + 6, at + 6 + length);
    if (id === 0x03 && data.length === 2) codePage = view.getUint16(at + 6, true);
    else if (id === 0x1a) stream = data;
    else if (id === 0x31 && data.length === 4 && stream) {
      modules.push({ stream, offset: view.getUint32(at + 6, true) });
      stream = undefined;
    }
    at += 6 + length;
  }
  return { codePage, modules };
}

/** Every source begins with a line `Attribute VB_Name`; compressed, its first eight letters stand plain. */
const OPENING = Buffer.from('\0Attribut', 'latin1');

/** Where a source seems to begin when `dir` is missing or lies: three bytes before its plain opening. */
export function findVbaSource(stream: Uint8Array): number | undefined {
  const at = Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength).indexOf(OPENING);
  return at >= 3 && stream[at - 3] === 1 ? at - 3 : undefined;
}

import { inflateSync } from 'node:zlib';

export interface PictureSize {
  width: number;
  height: number;
}

/**
 * Width and height as the picture's header states them: what a decoder would allocate. Undefined when the header cannot
 * be read, or when decoding would cost far more than the size says (a compressed stream that never ends, a JPEG of a
 * thousand passes): such a picture is not decoded.
 */
export function pictureSize(bytes: Uint8Array, type: string): PictureSize | undefined {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === 'png') return pngSize(raw);
  if (type === 'jpg') return jpegSize(raw);
  if (type === 'gif' && raw.length >= 10) return { width: raw.readUInt16LE(6), height: raw.readUInt16LE(8) };
  if (type === 'bmp' && raw.length >= 26) {
    return { width: Math.abs(raw.readInt32LE(18)), height: Math.abs(raw.readInt32LE(22)) };
  }
  return undefined;
}

function pngSize(raw: Buffer): PictureSize | undefined {
  if (raw.length < 33 || raw.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  return { width: raw.readUInt32BE(16), height: raw.readUInt32BE(20) };
}

/** Samples of one pixel by PNG colour type. */
const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * True when a PNG's data inflates to no more than its size needs. The decoder in WebAssembly inflates before it counts,
 * and its memory is never given back.
 */
export function pngIsHonest(bytes: Uint8Array, { width, height }: PictureSize): boolean {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bits = (raw[24] ?? 8) * (CHANNELS[raw[25] ?? 6] ?? 4);
  // Interlaced pictures need up to seven more filter bytes a line.
  const needed = height * (Math.ceil((width * bits) / 8) + 8) + 1024;
  const pieces: Buffer[] = [];
  for (let at = 8; at + 8 <= raw.length; ) {
    const length = raw.readUInt32BE(at);
    if (raw.toString('latin1', at + 4, at + 8) === 'IDAT') pieces.push(raw.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  try {
    inflateSync(Buffer.concat(pieces), { maxOutputLength: needed });
    return true;
  } catch {
    return false;
  }
}

/** Passes of a progressive JPEG: honest ones have about ten, and a thumbnail its own few. */
const MAX_SCANS = 64;

function jpegSize(raw: Buffer): PictureSize | undefined {
  let scans = 0;
  for (let at = raw.indexOf('ffda', 2, 'hex'); at >= 0; at = raw.indexOf('ffda', at + 2, 'hex')) {
    scans += 1;
    if (scans > MAX_SCANS) return undefined;
  }
  let at = 2;
  for (let markers = 0; markers < 1_000 && at + 9 < raw.length; markers += 1) {
    if (raw[at] !== 0xff) {
      at += 1;
      continue;
    }
    const marker = raw[at + 1] ?? 0;
    if (marker === 0xff || marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { height: raw.readUInt16BE(at + 5), width: raw.readUInt16BE(at + 7) };
    if (marker === 0xda || marker === 0xd9) return undefined;
    at += 2 + raw.readUInt16BE(at + 2);
  }
  return undefined;
}

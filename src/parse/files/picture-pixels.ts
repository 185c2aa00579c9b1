import { inflateSync } from 'node:zlib';

/**
 * The pixels of a PNG as a reader sees them, laid on white: a code of black on nothing at all is black on black to a
 * decoder that ignores transparency. Undefined for what is interlaced or broken. The caller has held the size (and that
 * the data is no bomb) against its limits.
 */
export function pngPixels(
  bytes: Uint8Array,
  { width, height }: { width: number; height: number },
): ImageData | undefined {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [depth = 0, kind = 0, , , interlaced = 0] = raw.subarray(24, 29);
  const samples = SAMPLES[kind];
  if (samples === undefined || interlaced !== 0 || ![1, 2, 4, 8, 16].includes(depth)) return undefined;
  const { data, palette, clear } = chunksOf(raw);
  const lines = unfilter(data, Math.ceil((width * depth * samples) / 8), height, Math.max(1, (depth * samples) >> 3));
  if (!lines) return undefined;
  const out = new Uint8ClampedArray(width * height * 4).fill(255);
  const stride = lines.length / height;
  const most = depth === 16 ? 255 : 2 ** depth - 1;
  const sampleAt = (line: number, index: number): number => {
    if (depth === 8) return lines[line + index] as number;
    if (depth === 16) return lines[line + index * 2] as number;
    const bit = index * depth;
    return ((lines[line + (bit >> 3)] as number) >> (8 - depth - (bit & 7))) & most;
  };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = x * samples;
      const first = sampleAt(y * stride, at);
      let alpha = 255;
      const place = (y * width + x) * 4;
      for (let channel = 0; channel < 3; channel += 1) {
        const value =
          kind === 3
            ? (palette[first * 3 + channel] ?? 0)
            : (sampleAt(y * stride, samples > 2 ? at + channel : at) * 255) / most;
        out[place + channel] = value;
      }
      if (kind === 3) alpha = clear[first] ?? 255;
      else if (kind === 4 || kind === 6) alpha = sampleAt(y * stride, at + samples - 1);
      if (alpha === 255) continue;
      for (let channel = place; channel < place + 3; channel += 1) {
        out[channel] = 255 - ((255 - (out[channel] as number)) * alpha) / 255;
      }
    }
  }
  return { data: out, width, height, colorSpace: 'srgb' } as ImageData;
}

/** Samples of one pixel by colour type. */
const SAMPLES: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

function chunksOf(raw: Buffer): { data: Buffer; palette: Buffer; clear: Buffer } {
  const pieces: Buffer[] = [];
  let palette: Buffer = Buffer.alloc(0);
  let clear: Buffer = Buffer.alloc(0);
  for (let at = 8; at + 8 <= raw.length; ) {
    const length = raw.readUInt32BE(at);
    const body = raw.subarray(at + 8, at + 8 + length);
    const name = raw.toString('latin1', at + 4, at + 8);
    if (name === 'IDAT') pieces.push(body);
    else if (name === 'PLTE') palette = body;
    else if (name === 'tRNS') clear = body;
    at += 12 + length;
  }
  return { data: Buffer.concat(pieces), palette, clear };
}

/** Takes the filter off every line (PNG specification, 9). */
function unfilter(packed: Buffer, stride: number, height: number, step: number): Uint8Array | undefined {
  let raw: Buffer;
  try {
    raw = inflateSync(packed, { maxOutputLength: (stride + 1) * height + 1024 });
  } catch {
    return undefined;
  }
  if (raw.length < (stride + 1) * height) return undefined;
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    const from = y * (stride + 1) + 1;
    const to = y * stride;
    for (let x = 0; x < stride; x += 1) {
      const left = x >= step ? (out[to + x - step] as number) : 0;
      const up = y > 0 ? (out[to + x - stride] as number) : 0;
      const corner = x >= step && y > 0 ? (out[to + x - stride - step] as number) : 0;
      let guess = 0;
      if (filter === 1) guess = left;
      else if (filter === 2) guess = up;
      else if (filter === 3) guess = (left + up) >> 1;
      else if (filter === 4) guess = paeth(left, up, corner);
      out[to + x] = (raw[from + x] as number) + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** A picture of our own making, one byte a pixel: 0 is black, 255 white. */
export interface Bitmap {
  width: number;
  height: number;
  grey: Uint8Array;
}

/** The largest picture that is made of a drawing: what costs a reader of codes about 30 ms. */
export const MOST_PIXELS = 2_000_000;

export function blankBitmap(width: number, height: number): Bitmap {
  return { width, height, grey: new Uint8Array(width * height).fill(255) };
}

/** As the reader of codes wants it: every pixel `scale` wide and high, with a white `margin` (of such pixels) around. */
export function toImageData({ width, height, grey }: Bitmap, scale = 1, margin = 0): ImageData {
  const wide = (width + 2 * margin) * scale;
  const high = (height + 2 * margin) * scale;
  const pixels = new Uint32Array(wide * high).fill(0xffffffff);
  for (let y = 0; y < height; y += 1) {
    const line = (y + margin) * scale * wide;
    for (let x = 0; x < width; x += 1) {
      const value = grey[y * width + x] as number;
      const from = line + (x + margin) * scale;
      if (value !== 255) pixels.fill(0xff000000 | (value * 0x010101), from, from + scale);
    }
    for (let copy = 1; copy < scale; copy += 1) pixels.copyWithin(line + copy * wide, line, line + wide);
  }
  const data = new Uint8ClampedArray(pixels.buffer);
  return { data, width: wide, height: high, colorSpace: 'srgb' } as ImageData;
}

import { type Bitmap, blankBitmap } from '../drawn/bitmap.ts';
import { paint } from '../drawn/vector.ts';
import { LIMITS } from './file-content.ts';
import type { DrawnPage } from './pdf-page.ts';

/** Pixels of a picture as pdf.js hands it over: one bit, three bytes or four a pixel; a stencil is filled with the colour. */
export function pixelsOf(object: unknown, ink: number, mayDecode: (pixels: number) => boolean): ImageData | undefined {
  const { data, width = 0, height = 0 } = (object ?? {}) as { data?: unknown; width?: number; height?: number };
  if (!ArrayBuffer.isView(data) || width < 24 || height < 24) return undefined;
  const count = width * height;
  if (count > LIMITS.pixels || !mayDecode(count)) return undefined;
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const out = new Uint8ClampedArray(count * 4).fill(255);
  const stencil = !('kind' in (object as object));
  const channels = bytes.length / count;
  if (channels === 3 || channels === 4) {
    for (let pixel = 0, from = 0, to = 0; pixel < count; pixel += 1, from += channels, to += 4) {
      out[to] = bytes[from] as number;
      out[to + 1] = bytes[from + 1] as number;
      out[to + 2] = bytes[from + 2] as number;
    }
  } else if (channels >= 1) {
    for (let pixel = 0; pixel < count; pixel += 1) {
      for (let channel = 0; channel < 3; channel += 1) {
        out[pixel * 4 + channel] = bytes[Math.floor(pixel * channels) + (channels < 3 ? 0 : channel)] ?? 0;
      }
    }
  } else {
    const stride = (width + 7) >> 3;
    if (bytes.length < stride * height) return undefined;
    for (let pixel = 0; pixel < count; pixel += 1) {
      const x = pixel % width;
      const bit = (bytes[((pixel - x) / width) * stride + (x >> 3)] as number) & (128 >> (x & 7));
      // In a stencil the zeros are what is inked.
      const value = stencil ? (bit ? 255 : ink) : bit ? 255 : 0;
      out.fill(value, pixel * 4, pixel * 4 + 3);
    }
  }
  return { data: out, width, height, colorSpace: 'srgb' } as ImageData;
}

/** Filled outlines of fewer than so many corners draw no code: the smallest has 21 × 21 modules. */
const FEWEST_CORNERS = 300;
const SIDE = 1_200;

/** The page's outlines as one picture, where there are enough of them for a code. */
export function paintShapes({ shapes }: DrawnPage): Bitmap | undefined {
  const corners = shapes.reduce((sum, { contours }) => sum + contours.reduce((all, one) => all + one.length / 2, 0), 0);
  if (corners < FEWEST_CORNERS) return undefined;
  return paint(shapes, SIDE);
}

/** The page's pictures side by side, as a reader sees them: a code may be cut into strips of which none is one. */
export function paintImages({ images }: DrawnPage): Bitmap | undefined {
  if (images.length < 2) return undefined;
  const boxes = images.map(({ place: [a, b, c, d, e, f] }) => {
    if (Math.abs(b) + Math.abs(c) > 0.01 * (Math.abs(a) + Math.abs(d))) return undefined;
    return { left: Math.min(e, e + a), top: Math.max(f, f + d), wide: Math.abs(a), high: Math.abs(d), flip: d < 0 };
  });
  const placed = boxes.filter((box) => box !== undefined);
  const left = Math.min(...placed.map((box) => box.left));
  const top = Math.max(...placed.map((box) => box.top));
  const wide = Math.max(...placed.map((box) => box.left + box.wide)) - left;
  const high = top - Math.min(...placed.map((box) => box.top - box.high));
  if (!(wide > 0 && high > 0 && wide < 1e6 && high < 1e6)) return undefined;
  const scale = SIDE / Math.max(wide, high);
  const bitmap = blankBitmap(Math.ceil(wide * scale), Math.ceil(high * scale));
  for (const [index, { image }] of images.entries()) {
    const box = boxes[index];
    if (!box) continue;
    const [x0, y0] = [Math.round((box.left - left) * scale), Math.round((top - box.top) * scale)];
    const [w, h] = [Math.round(box.wide * scale), Math.round(box.high * scale)];
    for (let y = 0; y < h && y0 + y < bitmap.height; y += 1) {
      const row = Math.floor(((y + 0.5) / h) * image.height);
      const line = (box.flip ? image.height - 1 - row : row) * image.width;
      for (let x = 0; x < w && x0 + x < bitmap.width; x += 1) {
        const at = (line + Math.floor(((x + 0.5) / w) * image.width)) * 4;
        bitmap.grey[(y0 + y) * bitmap.width + x0 + x] = image.data[at + 1] ?? 255;
      }
    }
  }
  return bitmap;
}

import { type Bitmap, blankBitmap } from '../drawn/bitmap.ts';

/** A picture of so many pixels at most is looked at a second time: a code that is to be scanned off a screen is small. */
export const SECOND_PIXELS = 400_000;

/**
 * A picture as a code of two colours that the grey eye of a reader cannot tell apart: red on a green as bright, grey on a
 * grey a little darker. Each pixel becomes black or white by which of the picture's two main colours it is nearer to.
 * Undefined where two colours do not make up most of the picture (a photograph, a logo), or where brightness tells them
 * apart already.
 */
export function twoColours({ data, width, height }: ImageData): Bitmap | undefined {
  const [first, second] = mainColours(data);
  if (first === undefined || second === undefined) return undefined;
  const bitmap = blankBitmap(width, height);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const away = distance(data, pixel * 4, first);
    if (distance(data, pixel * 4, second) < away) bitmap.grey[pixel] = 0;
  }
  return bitmap;
}

type Colour = readonly [number, number, number];

/** The two colours that cover the most, where together they cover most of a sample. */
function mainColours(data: Uint8ClampedArray): Colour[] {
  const counts = new Map<number, number>();
  const pixels = data.length / 4;
  const step = Math.max(1, Math.floor(pixels / 20_000));
  let seen = 0;
  for (let pixel = 0; pixel < pixels; pixel += step) {
    const at = pixel * 4;
    const key = ((data[at] as number) << 16) | ((data[at + 1] as number) << 8) | (data[at + 2] as number);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    seen += 1;
    if (counts.size > 2_000) return [];
  }
  const [[one, often] = [0, 0], ...rest] = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 6);
  const [other, less] = rest[0] ?? [one, 0];
  // The lesser colour of a code covers nearly half of it; with its margin and a line of text, a tenth of the picture.
  if (less * 12 < seen || (often + less) * 3 < seen * 2) return [];
  return [colourOf(one), colourOf(other)];
}

function colourOf(key: number): Colour {
  return [(key >> 16) & 255, (key >> 8) & 255, key & 255];
}

function distance(data: Uint8ClampedArray, at: number, [red, green, blue]: Colour): number {
  return (
    ((data[at] as number) - red) ** 2 + ((data[at + 1] as number) - green) ** 2 + ((data[at + 2] as number) - blue) ** 2
  );
}

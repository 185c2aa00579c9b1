import { type Bitmap, blankBitmap } from './bitmap.ts';
import { shadeOf } from './shade.ts';

const MOST_SHADOWS = 40_000;
const FEWEST_SHADOWS = 150;

/** One box whose hundreds of shadows, each at its own place, are the modules of a code. */
export function shadowPicture(boxShadow: string): Bitmap | undefined {
  const dots: [x: number, y: number, shade: number][] = [];
  for (const part of boxShadow.slice(0, 2_000_000).split(/,(?![^(]{0,60}\))/, MOST_SHADOWS)) {
    const [, x, y] =
      /(?:^|\s)(-?\d{1,5}(?:\.\d{1,4})?)(?:px|em)?\s{1,5}(-?\d{1,5}(?:\.\d{1,4})?)(?:px|em)?(?:\s|$)/.exec(part) ?? [];
    const colour = /#[0-9a-f]{3,8}|rgba?\([^)]{5,40}\)|[a-z]{3,20}(?=\s{0,5}$)|^\s{0,5}[a-z]{3,20}(?=\s)/i.exec(
      part,
    )?.[0];
    if (x !== undefined && y !== undefined) dots.push([Number(x), Number(y), shadeOf(colour) ?? 0]);
  }
  if (dots.length < FEWEST_SHADOWS) return undefined;
  const xs = [...new Set(dots.map(([x]) => x))].sort((a, b) => a - b);
  const ys = [...new Set(dots.map(([, y]) => y))].sort((a, b) => a - b);
  // The least step between columns is the size of a module.
  const step = Math.min(...xs.slice(1).map((x, at) => x - (xs[at] as number)), Number.POSITIVE_INFINITY);
  const [left, top] = [xs[0] ?? 0, ys[0] ?? 0];
  const side = Math.max((xs.at(-1) ?? 0) - left, (ys.at(-1) ?? 0) - top) / step + 1;
  if (!(step > 0 && side >= 20 && side <= 400)) return undefined;
  const bitmap = blankBitmap(Math.ceil(side), Math.ceil(side));
  for (const [x, y, shade] of dots) {
    bitmap.grey[Math.round((y - top) / step) * bitmap.width + Math.round((x - left) / step)] = shade;
  }
  return bitmap;
}

import { pngPixels } from './picture-pixels.ts';
import { type PictureSize, pictureSize, pngIsHonest } from './picture-size.ts';

const MOST_PIXELS = 400_000;
const MOST_JOINS = 3;

/**
 * Pictures that a mail shows as two halves of one: each alone is no code, side by side or one below the other they are.
 * Only neighbours that fit to a square are joined, so that ordinary pictures cost nothing; only PNG, whose pixels are at hand.
 */
export function joinedPictures(files: readonly { bytes: Uint8Array; inline: boolean }[]): ImageData[] {
  const joined: ImageData[] = [];
  for (let at = 0; at + 1 < files.length && joined.length < MOST_JOINS; at += 1) {
    const [first, second] = [files[at], files[at + 1]];
    const one = first && sizeOf(first);
    const other = second && sizeOf(second);
    if (!one || !other) continue;
    const beside = fits(one.height, other.height, one.width, other.width);
    if (!beside && !fits(one.width, other.width, one.height, other.height)) continue;
    const pictures = [pngPixels(first.bytes, one), pngPixels(second.bytes, other)];
    const [left, right] = pictures;
    if (left && right) joined.push(beside ? sideBySide(left, right) : below(left, right));
  }
  return joined;
}

function sizeOf({ bytes, inline }: { bytes: Uint8Array; inline: boolean }): PictureSize | undefined {
  if (!inline || bytes[0] !== 0x89 || bytes[1] !== 0x50) return undefined;
  const size = pictureSize(bytes, 'png');
  if (!size || size.width * size.height > MOST_PIXELS || Math.min(size.width, size.height) < 12) return undefined;
  return pngIsHonest(bytes, size) ? size : undefined;
}

/** True when two pieces of one length make up a square together, and neither is one by itself. */
function fits(length: number, otherLength: number, wide: number, otherWide: number): boolean {
  const share = (wide + otherWide) / length;
  return (
    length === otherLength && length >= 40 && share > 0.85 && share < 1.18 && Math.max(wide, otherWide) < length * 0.85
  );
}

function below(upper: ImageData, lower: ImageData): ImageData {
  const data = new Uint8ClampedArray(upper.data.length + lower.data.length);
  data.set(upper.data);
  data.set(lower.data, upper.data.length);
  return { data, width: upper.width, height: upper.height + lower.height, colorSpace: 'srgb' } as ImageData;
}

function sideBySide(left: ImageData, right: ImageData): ImageData {
  const width = left.width + right.width;
  const data = new Uint8ClampedArray(width * left.height * 4);
  for (let row = 0; row < left.height; row += 1) {
    data.set(left.data.subarray(row * left.width * 4, (row + 1) * left.width * 4), row * width * 4);
    data.set(right.data.subarray(row * right.width * 4, (row + 1) * right.width * 4), (row * width + left.width) * 4);
  }
  return { data, width, height: left.height, colorSpace: 'srgb' } as ImageData;
}

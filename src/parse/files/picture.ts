import { addGap, type Look } from './file-content.ts';
import { keepPayloads } from './payload.ts';
import { pngPixels } from './picture-pixels.ts';
import { type PictureSize, pictureSize, pngIsHonest } from './picture-size.ts';

/** What the barcode reader can decode by itself. */
const DECODED = new Set(['png', 'jpg', 'gif', 'bmp']);
/** Below this a picture holds no readable code: a spacer, an icon. */
const TINY = 24;

/**
 * Looks for codes (QR and its kin) in a picture. Size comes first, from the header: a 47 kB PNG of 20,000 × 20,000
 * pixels costs half a gigabyte to decode, outside of every heap limit. Only the first frame of an animation is looked
 * at. Formats that the reader cannot decode are a gap, since a code may be in them.
 */
export async function readPicture(bytes: Uint8Array, look: Look, type: string): Promise<undefined> {
  if (!DECODED.has(type)) return addGap(look, 'unsupported', 'picture');
  const size = pictureSize(bytes, type);
  if (!size || size.width <= 0 || size.height <= 0) return addGap(look, 'unreadable', 'picture');
  if (size.width < TINY || size.height < TINY) return;
  const pixels = size.width * size.height;
  if (pixels > look.budget.pixels || look.budget.pictures <= 0) return addGap(look, 'too-large', 'picture');
  look.budget.pixels -= pixels;
  look.budget.pictures -= 1;
  if (type === 'png' && !pngIsHonest(bytes, size)) return addGap(look, 'unreadable', 'picture');
  const { readCodes, readCodesTwice, SECOND_PIXELS } = await import('./codes.ts');
  const payloads = await readCodes(bytes);
  if (payloads === undefined) return addGap(look, 'unreadable', 'picture');
  keepPayloads(payloads, look);
  if (payloads.length > 0 || type !== 'png' || pixels > SECOND_PIXELS || !isFlat(bytes, size)) return;
  const seen = pngPixels(bytes, size);
  if (seen) keepPayloads(await readCodesTwice(seen), look);
}

/** True when a picture packs so well that it may be a code, of a few colours and no banner: no photograph does. */
function isFlat(bytes: Uint8Array, { width, height }: PictureSize): boolean {
  const [less, more] = width < height ? [width, height] : [height, width];
  return bytes.length * 6 < width * height && less >= 40 && more < less * 2.5;
}

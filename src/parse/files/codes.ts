import { type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';
import { type Bitmap, MOST_PIXELS, toImageData } from '../drawn/bitmap.ts';

export { SECOND_PIXELS } from './second-sight.ts';

import { SECOND_PIXELS, twoColours } from './second-sight.ts';
import { loadZxing } from './zxing-wasm.ts';

let loaded = false;

const OPTIONS: ReaderOptions = {
  // Codes that telephones open as links. Shop bar codes hold numbers only and would be found in every stripe pattern.
  formats: ['QRCode', 'MicroQRCode', 'rMQRCode', 'DataMatrix', 'Aztec', 'PDF417'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  maxNumberOfSymbols: 8,
};

/**
 * What the codes in a picture say: a file (PNG, JPEG, GIF, BMP) or pixels. Undefined when the picture cannot be decoded.
 * The caller has checked the size: this allocates four bytes a pixel outside of the heap.
 */
export async function readCodes(picture: Uint8Array | ImageData): Promise<string[] | undefined> {
  if (!loaded) loadZxing();
  loaded = true;
  try {
    const found = await readBarcodes(picture, OPTIONS);
    if (found.some((code) => code.error.startsWith('Failed to load'))) return undefined;
    return found.filter((code) => code.isValid).map((code) => code.text.slice(0, 4_096));
  } catch {
    return undefined;
  }
}

/** The same for pixels at hand, with a second look where the first found nothing: at colours instead of brightness. */
export async function readCodesTwice(picture: ImageData): Promise<string[]> {
  const found = (await readCodes(picture)) ?? [];
  if (found.length > 0 || picture.width * picture.height > SECOND_PIXELS) return found;
  const bitmap = twoColours(picture);
  return bitmap ? readDrawing(bitmap) : [];
}

/** Codes of a drawing whose modules may be single pixels, and which may have no margin. */
export async function readDrawing(bitmap: Bitmap): Promise<string[]> {
  const scale = Math.max(1, Math.min(4, Math.floor(500 / Math.max(bitmap.width, bitmap.height))));
  const margin = Math.min(30, Math.ceil(Math.max(bitmap.width, bitmap.height) / 6));
  if ((bitmap.width + 2 * margin) * (bitmap.height + 2 * margin) * scale * scale > 2 * MOST_PIXELS) return [];
  const found = (await readCodes(toImageData(bitmap, scale, margin))) ?? [];
  if (found.length > 0 || bitmap.grey.length > SECOND_PIXELS) return found;
  // White on black reaches to the edge: with the margin turned black it is a code again.
  const turned = { ...bitmap, grey: bitmap.grey.map((value) => 255 - value) };
  return (await readCodes(toImageData(turned, scale, margin))) ?? [];
}

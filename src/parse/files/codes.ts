import { type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';
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

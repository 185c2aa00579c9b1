import { findLinks } from '../links.ts';
import { addGap, type Look } from './file-content.ts';
import { pictureSize, pngIsHonest } from './picture-size.ts';

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
  const { readCodes } = await import('./codes.ts');
  const payloads = await readCodes(bytes);
  if (payloads === undefined) addGap(look, 'unreadable', 'picture');
  else keepPayloads(payloads, look);
}

/** Takes over what codes say: addresses become links, the rest is content. */
export function keepPayloads(payloads: string[], look: Look): void {
  for (const payload of payloads) {
    const text = payload.trim();
    look.content.push(text);
    if (/^[a-z][a-z0-9+.-]{1,20}:\/\/\S{3,}$/i.test(text)) look.links.push({ url: text, source: 'qr' });
    // Telephones open a bare domain too, and a contact card may hold several addresses.
    else for (const { url } of findLinks(text).urls) look.links.push({ url, source: 'qr' });
  }
}

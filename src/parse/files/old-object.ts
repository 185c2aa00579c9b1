import { addGap, LIMITS, type Look, listEntry } from './file-content.ts';
import { judgeObject } from './object-kinds.ts';

/** Where a compound file begins, in hex. */
const COMPOUND = 'd0cf11e0a1b11ae1';

/**
 * Reads an object as Rich Text carries it (MS-OLEDS 2.2): a header with its class, then its bytes. Exploits break the
 * header on purpose and shift it by half a byte, so what is inside is looked for and not only where it should be.
 */
export async function readOldObject(hex: string, name: string, look: Look): Promise<{ equation: boolean }> {
  const raw = Buffer.from(hex, 'hex');
  if (raw.length > look.budget.inflated) {
    addGap(look, 'too-large');
    return { equation: false };
  }
  look.budget.inflated -= raw.length;
  const { kind, native } = headerOf(raw);
  let { equation } = judgeObject(raw, look);
  const place = hex.toLowerCase().indexOf(COMPOUND);
  if (place >= 0) {
    const inner = place % 2 === 0 ? raw.subarray(place / 2) : Buffer.from(hex.slice(place), 'hex');
    if (place % 2 === 1) equation = judgeObject(inner, look).equation || equation;
    if (look.depth >= LIMITS.depth) addGap(look, 'too-many');
    else await look.inside(inner, `${name}.bin`);
  } else if (/^package$/i.test(kind)) {
    await readPackage(native, look);
  }
  return { equation };
}

function headerOf(raw: Buffer): { kind: string; native: Buffer } {
  let at = 8;
  const next = (): Buffer => {
    const length = at + 4 <= raw.length ? raw.readUInt32LE(at) : 0;
    const piece = raw.subarray(at + 4, at + 4 + length);
    at += 4 + length;
    return piece;
  };
  const kind = next().toString('latin1').replace(/\0/g, '');
  next(); // topic
  next(); // item
  return { kind, native: next() };
}

/**
 * A file packed into a document as an icon to be clicked: label, name and path stand before its bytes. `bytes` begins
 * behind the size, at the flags.
 */
export async function readPackage(bytes: Uint8Array, look: Look): Promise<void> {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const labelEnd = raw.indexOf(0, 2);
  const nameEnd = labelEnd < 0 ? -1 : raw.indexOf(0, labelEnd + 1);
  if (nameEnd < 0) return;
  const path = raw.toString('latin1', labelEnd + 1, nameEnd);
  const name = path.split(/[/\\]/).at(-1) ?? '';
  // Two words of flags, then the path under which it lay at the sender, then the bytes.
  const pathSize = nameEnd + 9 <= raw.length ? raw.readUInt32LE(nameEnd + 5) : 0;
  const sizeAt = nameEnd + 9 + pathSize;
  const size = sizeAt + 4 <= raw.length ? raw.readUInt32LE(sizeAt) : 0;
  const file = raw.subarray(sizeAt + 4, sizeAt + 4 + size);
  if (!listEntry(look, { name, size: file.length || raw.length, encrypted: false }) || file.length === 0) return;
  if (look.depth >= LIMITS.depth) addGap(look, 'too-many');
  else await look.inside(file, name);
}

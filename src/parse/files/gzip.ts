import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { addGap, LIMITS, type Look, listEntry } from './file-content.ts';
import { isHeader, readTar } from './tar.ts';
import { unpackXz } from './xz.ts';
import { inflate } from './zip.ts';

const END = /\.(?:gz|gzip|zst|xz)$/i;

/**
 * Reads a single packed file: gzip, Zstandard, xz. A tape archive within is read in its place, since `.tar.gz` is one
 * archive to whoever opens it.
 */
export async function readPacked(bytes: Uint8Array, look: Look, type: string): Promise<undefined> {
  const content = type === 'xz' ? unpackXz(bytes, look.budget) : inflate(bytes, look.budget, unpackerOf(type));
  if (typeof content === 'string') return addGap(look, content);
  if (content.length >= 512 && isHeader(content.subarray(0, 512))) return readTar(content, look);
  const own = look.path === '' ? look.name : (look.path.split('/').at(-1) ?? '');
  const name = (type === 'gz' && nameInside(bytes)) || own.replace(END, '') || 'content';
  if (!listEntry(look, { name, size: content.length, encrypted: false })) return;
  if (look.depth >= LIMITS.depth) return addGap(look, 'too-many');
  await look.inside(content, name);
}

function unpackerOf(type: string): (packed: Uint8Array, options: { maxOutputLength: number }) => Uint8Array {
  return type === 'zst' ? zstdDecompressSync : gunzipSync;
}

/** The file's name as the packer knew it (RFC 1952, 2.3). It wins over the archive's, as it does when unpacked. */
function nameInside(bytes: Uint8Array): string {
  const flags = bytes[3] ?? 0;
  if ((flags & 8) === 0) return '';
  const start = 10 + ((flags & 4) === 0 ? 0 : 2 + ((bytes[10] ?? 0) | ((bytes[11] ?? 0) << 8)));
  const end = bytes.indexOf(0, start);
  return end < 0 ? '' : Buffer.from(bytes.subarray(start, Math.min(end, start + 255))).toString('latin1');
}

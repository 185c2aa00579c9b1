import { inflateRawSync } from 'node:zlib';
import yauzl from 'yauzl';
import type { Gap } from '../../model.ts';
import { type Budget, LIMITS } from './file-content.ts';

export interface ZipMember {
  /** As listed, separators as `/`. Attacker text: may hold `..`, control and direction characters. */
  name: string;
  /** Inflated size as the list claims it: it may lie. */
  size: number;
  encrypted: boolean;
  /** Inflates it, at the budget's cost; or says why not. */
  read(): Promise<Uint8Array | Gap['why']>;
}

export interface ZipListing {
  members: ZipMember[];
  /** What the listing could not see. */
  trouble: Gap['why'][];
}

/**
 * Lists a zip file from its central directory. Nothing is inflated until a member is read, and the sizes that the list
 * claims are never believed.
 */
export async function openZip(bytes: Uint8Array, budget: Budget): Promise<ZipListing> {
  const members: ZipMember[] = [];
  const trouble = new Set<Gap['why']>();
  let first = bytes.length;
  try {
    // Names are decoded by hand: yauzl ends the whole listing at the first name with `..` in it.
    const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: false };
    const zip = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), options);
    for await (const entry of zip.eachEntry()) {
      if (budget.entries <= 0) {
        trouble.add('too-many');
        break;
      }
      budget.entries -= 1;
      first = Math.min(first, entry.relativeOffsetOfLocalHeader);
      members.push({
        name: nameOf(entry),
        size: entry.uncompressedSize,
        encrypted: entry.isEncrypted(),
        read: () => readMember(zip, entry, bytes, budget),
      });
    }
  } catch {
    trouble.add('unreadable');
  }
  // Two zips glued together: this reader sees the second, others unpack the first.
  if (first > 0 && members.length > 0 && bytes[0] === 0x50 && bytes[1] === 0x4b) trouble.add('unreadable');
  return { members, trouble: [...trouble] };
}

async function readMember(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  bytes: Uint8Array,
  budget: Budget,
): Promise<Uint8Array | Gap['why']> {
  if (entry.isEncrypted()) return 'encrypted';
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) return 'unsupported';
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const packed = bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize);
    if (packed.length < entry.compressedSize) return 'unreadable';
    return entry.compressionMethod === 0 ? spend(packed, budget) : inflate(packed, budget, inflateRawSync);
  } catch {
    return 'unreadable';
  }
}

function spend(bytes: Uint8Array, budget: Budget): Uint8Array | Gap['why'] {
  if (bytes.length > Math.min(LIMITS.entryBytes, budget.inflated)) return 'too-large';
  budget.inflated -= bytes.length;
  return bytes;
}

/**
 * Inflates with a hard end. A bomb costs the budget what it was allowed to write before it was stopped, so that two
 * thousand of them cost no more than one.
 */
export function inflate(
  packed: Uint8Array,
  budget: Budget,
  how: (bytes: Uint8Array, options: { maxOutputLength: number }) => Uint8Array,
): Uint8Array | Gap['why'] {
  const allowed = Math.min(LIMITS.entryBytes, budget.inflated, Math.max(1024 * 1024, packed.length * LIMITS.ratio));
  if (allowed <= 0) return 'too-large';
  try {
    const inflated = how(packed, { maxOutputLength: allowed });
    budget.inflated -= inflated.length;
    return inflated;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') return 'unreadable';
    budget.inflated -= allowed;
    return 'too-large';
  }
}

/** The name that unpackers show: the Unicode field where it is valid, else UTF-8, else what Chinese Windows writes. */
function nameOf(entry: yauzl.Entry): string {
  const raw = entry.fileName as unknown as Buffer;
  if (entry.extraFields.some((field) => field.id === 0x7075)) {
    return yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, false);
  }
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(raw).replaceAll('\\', '/');
    } catch {
      // Not in this encoding: the next one.
    }
  }
  return raw.toString('latin1').replaceAll('\\', '/');
}

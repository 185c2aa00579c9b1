import { inflateRawSync } from 'node:zlib';
import yauzl from 'yauzl';
import type { Gap } from '../../model.ts';
import { type Budget, LIMITS } from './file-content.ts';
import { isWhole, type Lock, mayUnlock, unlock } from './zip-lock.ts';

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
  /** True when something is locked and none of the passwords opens it. */
  locked: boolean;
  /** True when a password opened it. */
  opened: boolean;
}

/**
 * Lists a zip file from its central directory. Nothing is inflated until a member is read, and the sizes that the list
 * claims are never believed.
 */
export async function openZip(
  bytes: Uint8Array,
  budget: Budget,
  passwords: readonly string[] = [],
): Promise<ZipListing> {
  const keys = new KeyRing(passwords);
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
        read: () => readMember(zip, entry, bytes, budget, keys),
      });
    }
  } catch {
    trouble.add('unreadable');
  }
  // Two zips glued together: this reader sees the second, others unpack the first.
  if (first > 0 && members.length > 0 && bytes[0] === 0x50 && bytes[1] === 0x4b) trouble.add('unreadable');
  // The smallest tells whether a password fits, before anything is inflated.
  const [smallest] = members.filter((member) => member.encrypted && member.size > 0).sort((a, b) => a.size - b.size);
  const proof = smallest && passwords.length > 0 ? await smallest.read() : 'encrypted';
  const opened = smallest !== undefined && typeof proof !== 'string';
  const locked = members.some((member) => member.encrypted) && !opened;
  // Two thousand members that none of fifty words opens would cost minutes.
  if (!opened) keys.passwords = [];
  return { members, trouble: [...trouble], locked, opened };
}

/** The passwords to try, and the one that fitted last: a zip hardly ever has two. */
class KeyRing {
  passwords: readonly string[];
  constructor(passwords: readonly string[]) {
    this.passwords = passwords;
  }

  /** The unlocked bytes for each password that seems to fit. */
  *open(locked: Uint8Array, lock: Lock): Generator<{ packed: Uint8Array; fits(): void }> {
    for (const password of this.passwords) {
      if (!mayUnlock(locked, lock, password)) continue;
      const packed = unlock(locked, lock, password);
      if (packed) yield { packed, fits: () => (this.passwords = [password]) };
    }
  }
}

async function readMember(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  bytes: Uint8Array,
  budget: Budget,
  keys: KeyRing,
): Promise<Uint8Array | Gap['why']> {
  const encrypted = entry.isEncrypted();
  if (encrypted && keys.passwords.length === 0) return 'encrypted';
  const lock = encrypted ? lockOf(entry) : undefined;
  const method = lock?.method ?? entry.compressionMethod;
  if (method !== 0 && method !== 8) return encrypted ? 'encrypted' : 'unsupported';
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const data = bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize);
    if (data.length < entry.compressedSize) return 'unreadable';
    if (!lock) return unpack(data, method, budget);
    // Taking a lock off costs a second copy.
    if (data.length > Math.min(LIMITS.entryBytes, budget.inflated)) return 'too-large';
    for (const { packed, fits } of keys.open(data, lock)) {
      const content = unpack(packed, method, budget);
      if (content === 'too-large') return content;
      if (typeof content === 'string' || !isWhole(content, entry.crc32, lock)) continue;
      fits();
      return content;
    }
    return 'encrypted';
  } catch {
    return 'unreadable';
  }
}

function unpack(packed: Uint8Array, method: number, budget: Budget): Uint8Array | Gap['why'] {
  return method === 0 ? spend(packed, budget) : inflate(packed, budget, inflateRawSync);
}

/** How a member is locked: WinZip's field 0x9901 names the key and the packing below, else it is the old lock. */
function lockOf(entry: yauzl.Entry): Lock & { method: number } {
  const field = entry.extraFields.find(({ id }) => id === 0x9901)?.data;
  if (entry.compressionMethod === 99 && field && field.length >= 7) {
    const bits = ([0, 128, 192, 256] as const)[field[4] ?? 0] ?? 0;
    return { bits, checkByte: 0, method: field.readUInt16LE(5) };
  }
  const byTime = (entry.generalPurposeBitFlag & 8) !== 0;
  const checkByte = byTime ? (entry.lastModFileTime >> 8) & 0xff : entry.crc32 >>> 24;
  return { bits: 0, checkByte, method: entry.compressionMethod };
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

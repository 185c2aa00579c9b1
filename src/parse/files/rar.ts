import type { Gap } from '../../model.ts';
import { addGap, type Look } from './file-content.ts';
import { type Member, memberList, readMembers, stored } from './members.ts';
import { decodeText } from './text.ts';

/**
 * Reads the headers of a RAR archive, of the old (4) and of the new format (5): names, sizes and what is encrypted stand
 * in the open. What was stored unpacked is looked into; the packing itself nobody reads here, which is a gap.
 */
export async function readRar(bytes: Uint8Array, look: Look): Promise<undefined> {
  const { members, add } = memberList(look);
  const found = bytes[6] === 1 ? newFormat(bytes, look) : oldFormat(bytes, look);
  for (const member of found) if (!add(member)) break;
  if (members.some(({ encrypted }) => encrypted)) look.traits.add('encrypted');
  if (members.length === 0 && !look.traits.has('encrypted')) addGap(look, 'unreadable');
  await readMembers(members, look);
}

function lockedNames(look: Look): void {
  look.traits.add('encrypted');
  addGap(look, 'encrypted');
}

function reader(
  bytes: Uint8Array,
  size: number,
  how: { encrypted: boolean; isStored: boolean },
  look: Look,
): Member['read'] {
  return (): Uint8Array | Gap['why'] =>
    how.encrypted ? 'encrypted' : how.isStored ? stored(bytes, size, look) : 'unsupported';
}

/** Blocks of RAR 1.5 to 4 (technote.txt of the format): checksum, type, flags, size, then as many bytes of data. */
function* oldFormat(bytes: Uint8Array, look: Look): Generator<Member> {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 7; at + 7 <= raw.length; ) {
    const type = raw[at + 2];
    const flags = raw.readUInt16LE(at + 3);
    const length = raw.readUInt16LE(at + 5);
    if (length < 7) return;
    const block = raw.subarray(at, at + length);
    if (type === 0x73 && (flags & 0x80) !== 0) return lockedNames(look);
    const isFile = type === 0x74 && block.length >= 32;
    let packed = (flags & 0x8000) !== 0 && block.length >= 11 ? block.readUInt32LE(7) : 0;
    if (isFile) {
      const wide = (flags & 0x100) !== 0 && block.length >= 40;
      packed = block.readUInt32LE(7) + (wide ? block.readUInt32LE(32) * 2 ** 32 : 0);
      const size = block.readUInt32LE(11) + (wide ? block.readUInt32LE(36) * 2 ** 32 : 0);
      const start = wide ? 40 : 32;
      const name = block.subarray(start, start + block.readUInt16LE(26));
      // Behind a zero stands the same name once more, packed as Unicode; its ending is the same.
      const zero = name.indexOf(0);
      const encrypted = (flags & 4) !== 0;
      const content = raw.subarray(at + length, at + length + packed);
      if ((flags & 0xe0) !== 0xe0) {
        yield {
          name: decodeText(zero < 0 ? name : name.subarray(0, zero)).replaceAll('\\', '/'),
          size,
          encrypted,
          read: reader(content, size, { encrypted, isStored: block[25] === 0x30 }, look),
        };
      }
    }
    at += length + packed;
  }
}

/** Blocks of RAR 5: numbers of seven bits a byte, the last without its top bit. */
function* newFormat(bytes: Uint8Array, look: Look): Generator<Member> {
  for (let at = 8; at + 7 <= bytes.length; ) {
    const size = new Numbers(bytes, at + 4);
    const length = size.next();
    const end = size.at + length;
    const block = new Numbers(bytes.subarray(0, end), size.at);
    const type = block.next();
    const flags = block.next();
    const extra = (flags & 1) === 0 ? 0 : block.next();
    const data = (flags & 2) === 0 ? 0 : block.next();
    if (type === 4) return lockedNames(look);
    if (length === 0 || type === 5) return;
    if (type === 2) {
      const encrypted = hasEncryption(bytes.subarray(0, end), end - extra);
      yield* fileOf(block, bytes.subarray(end, end + data), encrypted, look);
    }
    at = end + data;
  }
}

function* fileOf(block: Numbers, content: Uint8Array, encrypted: boolean, look: Look): Generator<Member> {
  const flags = block.next();
  const size = block.next();
  block.next(); // attributes
  if ((flags & 2) !== 0) block.at += 4;
  if ((flags & 4) !== 0) block.at += 4;
  const packing = block.next();
  block.next(); // operating system
  const name = block.take(block.next());
  if ((flags & 1) !== 0) return; // a folder
  const isStored = ((packing >> 7) & 7) === 0;
  yield { name: decodeText(name), size, encrypted, read: reader(content, size, { encrypted, isStored }, look) };
}

/** True when the extra area holds a record of type 1: encryption. */
function hasEncryption(bytes: Uint8Array, start: number): boolean {
  const extra = new Numbers(bytes, start);
  for (let turns = 0; turns < 20 && extra.at < bytes.length; turns += 1) {
    const length = extra.next();
    const next = extra.at + length;
    if (length === 0) return false;
    if (extra.next() === 1) return true;
    extra.at = next;
  }
  return false;
}

class Numbers {
  readonly bytes: Uint8Array;
  at: number;
  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  next(): number {
    let value = 0;
    for (let turns = 0; turns < 8; turns += 1) {
      const byte = this.bytes[this.at] ?? 0;
      this.at += 1;
      value += (byte & 0x7f) * 2 ** (7 * turns);
      if ((byte & 0x80) === 0) break;
    }
    return value;
  }

  take(length: number): Uint8Array {
    const taken = this.bytes.subarray(this.at, this.at + Math.min(length, 4_096));
    this.at += length;
    return taken;
  }
}

import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** What a locked member of a zip file says about its lock. */
export interface Lock {
  /** Bits of a WinZip key: 128, 192 or 256; 0 is the old lock of PKWARE. */
  bits: 0 | 128 | 192 | 256;
  /** What the last byte before the data must be once the old lock is off (APPNOTE.TXT, 6.1.6). */
  checkByte: number;
}

/** Takes the lock off, or undefined when the word is wrong; of the old lock one wrong word in 256 gets through. */
export function unlock(locked: Uint8Array, lock: Lock, password: string): Uint8Array | undefined {
  return lock.bits === 0 ? unlockOld(locked, lock.checkByte, password) : unlockAes(locked, lock.bits, password);
}

/** True when the word may be right, at a small part of the cost. */
export function mayUnlock(locked: Uint8Array, lock: Lock, password: string): boolean {
  if (lock.bits === 0) return unlockOld(locked.subarray(0, 12), lock.checkByte, password) !== undefined;
  return aesKeys(locked, lock.bits, password) !== undefined;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 0 ? value >>> 1 : (value >>> 1) ^ 0xedb88320;
  return value >>> 0;
});

function unlockOld(locked: Uint8Array, checkByte: number, password: string): Uint8Array | undefined {
  let a = 0x12345678;
  let b = 0x23456789;
  let c = 0x34567890;
  const turn = (byte: number): void => {
    a = ((TABLE[(a ^ byte) & 0xff] ?? 0) ^ (a >>> 8)) >>> 0;
    b = (Math.imul((b + (a & 0xff)) | 0, 134_775_813) + 1) >>> 0;
    c = ((TABLE[(c ^ (b >>> 24)) & 0xff] ?? 0) ^ (c >>> 8)) >>> 0;
  };
  for (const byte of Buffer.from(password)) turn(byte);
  const plain = new Uint8Array(locked.length);
  for (let at = 0; at < locked.length; at += 1) {
    const word = (c | 2) & 0xffff;
    const byte = (locked[at] ?? 0) ^ ((Math.imul(word, word ^ 1) >>> 8) & 0xff);
    plain[at] = byte;
    turn(byte);
    if (at === 11 && byte !== checkByte) return undefined;
  }
  return locked.length < 12 ? undefined : plain.subarray(12);
}

interface Keys {
  cipher: Buffer;
  authentication: Buffer;
  start: number;
}

/** Keys by WinZip's AE-1 and AE-2: salt and a two-byte check stand before the data. */
function aesKeys(locked: Uint8Array, bits: 128 | 192 | 256, password: string): Keys | undefined {
  const salt = locked.subarray(0, bits / 16);
  const length = bits / 8;
  const keys = pbkdf2Sync(password, salt, 1_000, length * 2 + 2, 'sha1');
  const start = salt.length + 2;
  if (locked.length < start + 10) return undefined;
  if (keys[length * 2] !== locked[salt.length] || keys[length * 2 + 1] !== locked[salt.length + 1]) return undefined;
  return { cipher: keys.subarray(0, length), authentication: keys.subarray(length, length * 2), start };
}

function unlockAes(locked: Uint8Array, bits: 128 | 192 | 256, password: string): Uint8Array | undefined {
  const keys = aesKeys(locked, bits, password);
  if (!keys) return undefined;
  const data = locked.subarray(keys.start, locked.length - 10);
  const seal = createHmac('sha1', keys.authentication).update(data).digest().subarray(0, 10);
  if (!seal.equals(Buffer.from(locked.subarray(locked.length - 10)))) return undefined;
  // Counter mode whose counter has its lowest byte first, which OpenSSL's has last: the stream is made by hand.
  const counters = Buffer.alloc(Math.ceil(data.length / 16) * 16);
  for (let block = 0; block * 16 < data.length; block += 1) counters.writeUInt32LE(block + 1, block * 16);
  const cipher = createCipheriv(`aes-${bits}-ecb`, keys.cipher, null).setAutoPadding(false);
  const stream = cipher.update(counters);
  const plain = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += 1) plain[at] = (data[at] ?? 0) ^ (stream[at] ?? 0);
  return plain;
}

/** True when the bytes are those that were packed; AE-2 keeps no checksum, and its seal was held already. */
export function isWhole(bytes: Uint8Array, checksum: number, lock: Lock): boolean {
  return (lock.bits !== 0 && checksum === 0) || crc32(bytes) === checksum;
}

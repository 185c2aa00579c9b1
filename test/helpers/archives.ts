import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';

export interface Inner {
  name: string;
  content: Uint8Array | string;
}

/** A tape archive with headers of POSIX. */
export function tar(files: Inner[], kind = '0'): Buffer {
  const blocks = files.flatMap(({ name, content }) => {
    const head = Buffer.alloc(512);
    const body = Buffer.from(content);
    head.write(name, 0, 100, 'utf8');
    head.write(body.length.toString(8).padStart(11, '0'), 124, 'latin1');
    head.write(kind, 156, 'latin1');
    head.write('ustar\x0000', 257, 'latin1');
    head.fill(' ', 148, 156);
    const sum = head.reduce((total, byte) => total + byte, 0);
    head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    return [head, body, Buffer.alloc((512 - (body.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

const SECTOR = 2048;

function directoryRecord(name: Buffer, at: number, size: number, isFolder: boolean): Buffer {
  const record = Buffer.alloc(33 + name.length + (name.length % 2 === 0 ? 1 : 0));
  record[0] = record.length;
  record.writeUInt32LE(at, 2);
  record.writeUInt32LE(size, 10);
  record[25] = isFolder ? 2 : 0;
  record[32] = name.length;
  name.copy(record, 33);
  return record;
}

/** A CD image: the files lie in the folder `docs`, under names of Joliet when `joliet`. */
export function iso(files: Inner[], { joliet = false, loop = false } = {}): Buffer {
  const coded = (name: string) => (joliet ? Buffer.from(name, 'utf16le').swap16() : Buffer.from(`${name};1`, 'latin1'));
  const image = Buffer.alloc(SECTOR * (32 + files.length));
  const volume = (sector: number, kind: number, root: number): void => {
    image[sector * SECTOR] = kind;
    image.write('CD001\x01', sector * SECTOR + 1, 'latin1');
    if (kind === 2) image.write('%/E', sector * SECTOR + 88, 'latin1');
    directoryRecord(Buffer.from([0]), root, SECTOR, true).copy(image, sector * SECTOR + 156);
  };
  volume(16, 1, joliet ? 20 : 21);
  if (joliet) volume(17, 2, 21);
  volume(joliet ? 18 : 17, 255, 0);
  directoryRecord(coded('docs'), loop ? 21 : 22, SECTOR, true).copy(image, 21 * SECTOR);
  let at = 22 * SECTOR;
  for (const [index, { name, content }] of files.entries()) {
    const body = Buffer.from(content);
    const record = directoryRecord(coded(name), 32 + index, body.length, false);
    record.copy(image, at);
    at += record.length;
    body.copy(image, (32 + index) * SECTOR);
  }
  return image;
}

/** A UDF image reduced to what is searched for: the folder entries with their checksums. */
export function udf(names: string[]): Buffer {
  const image = Buffer.alloc(64 * 1024);
  image.write('BEA01', 32_769, 'latin1');
  let at = 40 * 1024;
  for (const name of names) {
    const raw = Buffer.concat([Buffer.from([16]), Buffer.from(name, 'utf16le').swap16()]);
    const entry = Buffer.alloc(Math.ceil((38 + raw.length) / 4) * 4);
    entry.writeUInt16LE(257, 0);
    entry.writeUInt16LE(2, 2);
    entry[19] = raw.length;
    raw.copy(entry, 38);
    entry[4] = entry.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) & 0xff;
    entry.copy(image, at);
    at += entry.length;
  }
  return image;
}

type RarInner = Inner & { encrypted?: boolean; packed?: boolean };

/** The old format of RAR. */
export function rar4(files: RarInner[], { lockedNames = false } = {}): Buffer {
  const main = Buffer.alloc(13);
  main[2] = 0x73;
  main.writeUInt16LE(lockedNames ? 0x80 : 0, 3);
  main.writeUInt16LE(13, 5);
  const blocks = files.flatMap(({ name, content, encrypted, packed }) => {
    const raw = Buffer.from(name, 'latin1');
    const body = Buffer.from(content);
    const head = Buffer.alloc(32);
    head[2] = 0x74;
    head.writeUInt16LE(0x8000 | (encrypted ? 4 : 0), 3);
    head.writeUInt16LE(32 + raw.length, 5);
    head.writeUInt32LE(body.length, 7);
    head.writeUInt32LE(body.length, 11);
    head[25] = packed ? 0x33 : 0x30;
    head.writeUInt16LE(raw.length, 26);
    return [head, raw, body];
  });
  return Buffer.concat([Buffer.from('526172211a0700', 'hex'), main, ...blocks]);
}

/** Seven bits a byte. */
function vint(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    bytes.push((rest % 128) | (rest >= 128 ? 0x80 : 0));
    if (rest < 128) return Buffer.from(bytes);
  }
}

function block5(parts: Buffer[], data = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.alloc(4), vint(body.length), body, data]);
}

/** The new format of RAR. */
export function rar5(files: RarInner[], { lockedNames = false } = {}): Buffer {
  const blocks = files.map(({ name, content, encrypted, packed }) => {
    const body = Buffer.from(content);
    const raw = Buffer.from(name);
    const extra = encrypted ? Buffer.concat([vint(3), vint(1), vint(0), vint(0)]) : Buffer.alloc(0);
    return block5(
      [
        vint(2),
        vint(2 | (encrypted ? 1 : 0)),
        ...(encrypted ? [vint(extra.length)] : []),
        vint(body.length),
        vint(4),
        vint(body.length),
        vint(0x20),
        Buffer.alloc(4),
        vint(packed ? 3 << 7 : 0),
        vint(0),
        vint(raw.length),
        raw,
        extra,
      ],
      body,
    );
  });
  const lock = lockedNames ? [block5([vint(4), vint(0), vint(0), vint(0)])] : [];
  const main = block5([vint(1), vint(0), vint(0)]);
  return Buffer.concat([Buffer.from('526172211a070100', 'hex'), ...lock, main, ...blocks]);
}

/** A cabinet of one folder, packed in two pieces of which the second points back into the first. */
export function cabinet(files: Inner[], packing: 0 | 1 | 3 = 1): Buffer {
  const whole = Buffer.concat(files.map(({ content }) => Buffer.from(content)));
  const half = Math.ceil(whole.length / 2);
  const pieces = [whole.subarray(0, half), whole.subarray(half)];
  const data = pieces.map((piece, index) => {
    const dictionary = index > 0 ? { dictionary: pieces[0] as Buffer } : {};
    const packed = packing === 1 ? Buffer.concat([Buffer.from('CK'), deflateRawSync(piece, dictionary)]) : piece;
    const head = Buffer.alloc(8);
    head.writeUInt16LE(packed.length, 4);
    head.writeUInt16LE(piece.length, 6);
    return Buffer.concat([head, packed]);
  });
  let offset = 0;
  const list = files.map(({ name, content }) => {
    const entry = Buffer.alloc(16);
    const { length } = Buffer.from(content);
    entry.writeUInt32LE(length, 0);
    entry.writeUInt32LE(offset, 4);
    offset += length;
    return Buffer.concat([entry, Buffer.from(`${name}\0`)]);
  });
  const folder = Buffer.alloc(8);
  const listed = Buffer.concat(list);
  folder.writeUInt32LE(44 + listed.length, 0);
  folder.writeUInt16LE(pieces.length, 4);
  folder.writeUInt16LE(packing, 6);
  const head = Buffer.alloc(36);
  head.write('MSCF', 0, 'latin1');
  head.writeUInt32LE(44, 16);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(files.length, 28);
  return Buffer.concat([head, folder, listed, ...data]);
}

/** A folder entry of FAT with its long name in front. */
export function fatEntry(name: string, size: number): Buffer {
  const letters = `${name}\0`.padEnd(Math.ceil((name.length + 1) / 13) * 13, '\uffff');
  const short = Buffer.alloc(32, ' ');
  short.write('INVOIC~1LNK', 0, 'latin1');
  short[11] = 0x20;
  short.writeUInt32LE(size, 28);
  const sum = short.subarray(0, 11).reduce((total, byte) => (((total & 1) << 7) + (total >> 1) + byte) & 0xff, 0);
  const count = letters.length / 13;
  const pieces = Array.from({ length: count }, (_, index) => {
    const place = count - index;
    const piece = Buffer.alloc(32);
    const text = Buffer.from(letters.slice((place - 1) * 13, place * 13), 'utf16le');
    piece[0] = place | (index === 0 ? 0x40 : 0);
    text.copy(piece, 1, 0, 10);
    text.copy(piece, 14, 10, 22);
    text.copy(piece, 28, 22, 26);
    piece[11] = 0x0f;
    piece[13] = sum;
    return piece;
  });
  return Buffer.concat([...pieces, short]);
}

/** A record of NTFS that names one file. */
export function ntfsRecord(name: string, size: number, flags = 1): Buffer {
  const record = Buffer.alloc(1024);
  record.write('FILE', 0, 'latin1');
  record.writeUInt16LE(56, 20);
  record.writeUInt16LE(flags, 22);
  record.writeUInt32LE(0x30, 56);
  record.writeUInt32LE(24 + 66 + name.length * 2, 60);
  record.writeUInt16LE(24, 76);
  record.writeUIntLE(size, 56 + 24 + 48, 6);
  record[56 + 24 + 64] = name.length;
  record.write(name, 56 + 24 + 66, 'utf16le');
  record.writeUInt32LE(0xffffffff, 56 + 24 + 66 + name.length * 2);
  return record;
}

/** A zip whose members are locked by a password: with WinZip's AES, or with the old lock. */
export function lockedZip(files: Inner[], password: string, how: 'aes' | 'old'): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of files) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const sum = crc32(plain);
    const data = how === 'aes' ? lockAes(packed, password) : lockOld(packed, password, sum);
    const extra = how === 'aes' ? Buffer.from([0x01, 0x99, 7, 0, 2, 0, 0x41, 0x45, 3, 8, 0]) : Buffer.alloc(0);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(51, 0);
    fields.writeUInt16LE(1, 2);
    fields.writeUInt16LE(how === 'aes' ? 99 : 8, 4);
    fields.writeUInt32LE(how === 'aes' ? 0 : sum, 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(plain.length, 18);
    fields.writeUInt16LE(name.length, 22);
    fields.writeUInt16LE(extra.length, 24);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), extra, data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), fields, rest, Buffer.from(name), extra]));
    locals.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, list, end]);
}

function lockAes(packed: Buffer, password: string): Buffer {
  const salt = Buffer.alloc(16, 7);
  const keys = pbkdf2Sync(password, salt, 1000, 66, 'sha1');
  const counters = Buffer.alloc(Math.ceil(packed.length / 16) * 16);
  for (let block = 0; block * 16 < packed.length; block += 1) counters.writeUInt32LE(block + 1, block * 16);
  const stream = createCipheriv('aes-256-ecb', keys.subarray(0, 32), null).setAutoPadding(false).update(counters);
  const data = Buffer.from(packed.map((byte, at) => byte ^ (stream[at] ?? 0)));
  const seal = createHmac('sha1', keys.subarray(32, 64)).update(data).digest().subarray(0, 10);
  return Buffer.concat([salt, keys.subarray(64), data, seal]);
}

function lockOld(packed: Buffer, password: string, sum: number): Buffer {
  const keys = [0x12345678, 0x23456789, 0x34567890] as [number, number, number];
  const step = (value: number, byte: number): number => {
    // crc32 takes and gives inverted values.
    return ~crc32(Buffer.from([byte]), ~value >>> 0) >>> 0;
  };
  const turn = (byte: number): void => {
    keys[0] = step(keys[0], byte);
    keys[1] = (Math.imul((keys[1] + (keys[0] & 0xff)) | 0, 134_775_813) + 1) >>> 0;
    keys[2] = step(keys[2], keys[1] >>> 24);
  };
  for (const byte of Buffer.from(password)) turn(byte);
  const head = Buffer.alloc(12, 3);
  head[11] = sum >>> 24;
  return Buffer.from(
    Buffer.concat([head, packed]).map((byte) => {
      const word = (keys[2] | 2) & 0xffff;
      const locked = byte ^ ((Math.imul(word, word ^ 1) >>> 8) & 0xff);
      turn(byte);
      return locked;
    }),
  );
}

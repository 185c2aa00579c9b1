import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  name: string | Buffer;
  content: Uint8Array | string;
  /** Sets the encrypted bit; the content stays as it is. */
  encrypted?: boolean;
  /** What the list says instead of the true inflated size. */
  claimedSize?: number;
  stored?: boolean;
}

/**
 * Writes a zip file: local headers, data, central directory. Knows just what the fixtures need, lies included. `before`:
 * how many bytes will stand in front of it.
 */
export function zip(parts: ZipPart[], before = 0): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = before;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const name = typeof part.name === 'string' ? Buffer.from(part.name) : part.name;
    const packed = part.stored ? content : deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE((part.encrypted ? 1 : 0) | (typeof part.name === 'string' ? 0x800 : 0), 2);
    fields.writeUInt16LE(part.stored ? 0 : 8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(part.claimedSize ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), fields, rest, name]));
    locals.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(Math.min(parts.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(parts.length, 0xffff), 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, list, end]);
}

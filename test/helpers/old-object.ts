/** Files packed into documents, as Office packs them. */

const number = (value: number): Buffer => {
  const out = Buffer.alloc(4);
  out.writeUInt32LE(value);
  return out;
};
const counted = (text: string): Buffer => Buffer.concat([number(text.length + 1), Buffer.from(`${text}\0`, 'latin1')]);

/** The stream `\u0001Ole10Native` without its size: label, name, path and bytes of a file. */
export function packaged(name: string, content: Uint8Array | string): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([
    Buffer.from([2, 0]),
    Buffer.from(`Invoice\0C:\\tmp\\${name}\0`, 'latin1'),
    Buffer.from([0, 0, 3, 0]),
    counted(`C:\\tmp\\${name}`),
    number(bytes.length),
    bytes,
  ]);
}

/** The same with its size, as a stream begins. */
export function packageStream(name: string, content: Uint8Array | string): Buffer {
  const bytes = packaged(name, content);
  return Buffer.concat([number(bytes.length), bytes]);
}

/** An object of Rich Text, in hex: a class and the bytes of what is embedded. */
export function oldObject(kind: string, native: Uint8Array): string {
  return Buffer.concat([
    number(0x501),
    number(2),
    counted(kind),
    number(0),
    number(0),
    number(native.length),
    native,
  ]).toString('hex');
}

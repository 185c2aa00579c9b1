/** Builds signed and encrypted containers (CMS), without keys: nobody here checks a signature. */

function element(tag: number, ...content: Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const length =
    body.length < 0x80 ? [body.length] : [0x83, body.length >> 16, (body.length >> 8) & 0xff, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

/** The same with its end marked instead of its length said, as programs write it that sign a stream. */
function open(tag: number, ...content: Uint8Array[]): Buffer {
  return Buffer.concat([Buffer.from([tag, 0x80]), ...content, Buffer.from([0, 0])]);
}

const name = (hex: string): Buffer => element(0x06, Buffer.from(hex, 'hex'));
const version = element(0x02, Buffer.from([1]));

/** A container with the words in it; without words a detached signature. */
export function signed(words?: string | Uint8Array, { streamed = false } = {}): Buffer {
  const make = streamed ? open : element;
  const bytes = words === undefined ? undefined : Buffer.from(words);
  const half = Math.ceil((bytes?.length ?? 0) / 2);
  const octets = !bytes
    ? []
    : streamed
      ? [open(0xa0, open(0x24, element(0x04, bytes.subarray(0, half)), element(0x04, bytes.subarray(half))))]
      : [element(0xa0, element(0x04, bytes))];
  const content = make(0x30, name('2a864886f70d010701'), ...octets);
  return make(
    0x30,
    name('2a864886f70d010702'),
    make(0xa0, make(0x30, version, element(0x31, element(0x30, name('608648016503040201'))), content, element(0x31))),
  );
}

/** A container that nobody opens without the key. */
export function enveloped(): Buffer {
  return element(
    0x30,
    name('2a864886f70d010703'),
    element(0xa0, element(0x30, version, element(0x31), Buffer.alloc(200, 7))),
  );
}

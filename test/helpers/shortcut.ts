/** A Windows shortcut with the given fields, as MS-SHLLINK lays them out. It starts nothing anywhere but in a parser. */
export function shortcut(fields: { target?: string; arguments?: string; icon?: string; behind?: string }): Buffer {
  const head = Buffer.alloc(76);
  Buffer.from('4c0000000114020000000000c000000000000046', 'hex').copy(head);
  const { target, icon } = fields;
  const words: [number, string | undefined][] = [
    [0x20, fields.arguments],
    [0x40, icon],
  ];
  let flags = 0x80;
  const parts: Buffer[] = [];
  if (target !== undefined) {
    flags |= 0x2;
    parts.push(linkInfo(target));
  }
  for (const [bit, text] of words) {
    if (text === undefined) continue;
    flags |= bit;
    const length = Buffer.alloc(2);
    length.writeUInt16LE(text.length);
    parts.push(length, Buffer.from(text, 'utf16le'));
  }
  head.writeUInt32LE(flags, 20);
  return Buffer.concat([head, ...parts, Buffer.alloc(4), Buffer.from(fields.behind ?? '', 'latin1')]);
}

function linkInfo(target: string): Buffer {
  const network = target.startsWith('\\\\');
  const path = Buffer.from(`${target}\0\0`, 'latin1');
  const info = Buffer.alloc(28 + (network ? 20 : 0));
  info.writeUInt32LE(info.length + path.length, 0);
  info.writeUInt32LE(28, 4);
  info.writeUInt32LE(network ? 2 : 1, 8);
  info.writeUInt32LE(network ? 0 : 28, 16);
  info.writeUInt32LE(network ? 28 : 0, 20);
  info.writeUInt32LE(info.length + path.length - 1, 24);
  if (network) info.writeUInt32LE(20, 36);
  return Buffer.concat([info, path]);
}

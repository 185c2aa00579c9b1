/** What every compressed text is assumed to begin with (MS-OXRTFCP 2.1.2.1). */
const PRELUDE =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript ' +
  '\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par ' +
  '\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const COMPRESSED = 0x75465a4c;
const PLAIN = 0x414c454d;
/** Bytes of text; a reference writes at most eight times its own length. */
const MOST = 8 * 1024 * 1024;

/**
 * The Rich Text of Outlook's compressed body. The lengths that its head claims are not believed: it ends with its bytes,
 * with the limit, or with its own mark. `undefined` for what is none.
 */
export function decompressRtf(packed: Uint8Array): Buffer | undefined {
  if (packed.length < 16) return undefined;
  const input = Buffer.from(packed.buffer, packed.byteOffset, packed.length);
  const kind = input.readUInt32LE(8);
  if (kind === PLAIN) return input.subarray(16, 16 + Math.min(input.readUInt32LE(4), MOST));
  if (kind !== COMPRESSED) return undefined;
  const output = Buffer.alloc(Math.min(MOST, packed.length * 9) + PRELUDE.length);
  let end = output.write(PRELUDE, 'latin1');
  let at = 16;
  while (at < input.length && end < output.length) {
    const flags = input[at] as number;
    at += 1;
    for (let bit = 0; bit < 8 && at < input.length && end < output.length; bit += 1) {
      if (((flags >> bit) & 1) === 0) {
        output[end] = input[at] as number;
        end += 1;
        at += 1;
        continue;
      }
      if (at + 2 > input.length) return output.subarray(PRELUDE.length, end);
      const reference = input.readUInt16BE(at);
      at += 2;
      // The dictionary is the last 4,096 bytes written, counted round.
      let from = (end & ~4095) + (reference >> 4);
      if (from === end) return output.subarray(PRELUDE.length, end);
      if (from > end) from -= 4096;
      if (from < 0) return output.subarray(PRELUDE.length, end);
      for (let left = (reference & 15) + 2; left > 0 && end < output.length; left -= 1) {
        output[end] = output[from] as number;
        end += 1;
        from += 1;
      }
    }
  }
  return output.subarray(PRELUDE.length, end);
}

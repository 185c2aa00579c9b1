/** Characters that are read of one document: an address behind ten pages of words leads as far as one before them. */
export const MOST_WORDS = 1_000_001;

/** Bytes that one run may have: longer ones are read in pieces, which keeps the whole linear. */
const LONGEST = 4_096;

/**
 * The words in a binary document: runs of characters in UTF-16 (little end first) and of single bytes, in the order in
 * which they stand. Knows nothing of the layout; enough for phrases and addresses.
 */
export function readableRuns(bytes: Uint8Array, most: number): string {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const runs: string[] = [];
  let length = 0;
  for (let at = 0; at < raw.length && length < most; ) {
    const narrow = runEnd(raw, at, 1);
    const wide = runEnd(raw, at, 2);
    if (wide - at >= 12 && isShifted(raw.subarray(at, wide))) {
      at += 1;
    } else if (wide - at >= 12 && wide >= narrow && !isAscii(raw.subarray(at, wide))) {
      runs.push(raw.toString('utf16le', at, wide));
      length += (wide - at) / 2;
      at = wide;
    } else if (narrow - at >= 8) {
      runs.push(raw.toString('latin1', at, narrow));
      length += narrow - at;
      at = narrow;
    } else {
      at += 1;
    }
  }
  return runs.join('\n').slice(0, most);
}

/** Latin words that follow a zero byte, read one byte too early: rare Han letters, most of them with a low byte of zero. */
function isShifted(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0) return false;
  let zeros = 0;
  const pairs = Math.min(bytes.length >> 1, 16);
  for (let pair = 0; pair < pairs; pair += 1) if (bytes[pair * 2] === 0) zeros += 1;
  return zeros * 2 > pairs;
}

/** Two ASCII letters make a fine Han character: text of single bytes must not be read as UTF-16. */
function isAscii(bytes: Uint8Array): boolean {
  let plain = 0;
  for (const byte of bytes) if (byte >= 9 && byte < 127) plain += 1;
  return plain * 10 > bytes.length * 9;
}

/** Where a run of readable characters of `width` bytes that begins at `from` ends. */
function runEnd(bytes: Uint8Array, from: number, width: 1 | 2): number {
  const last = Math.min(bytes.length, from + LONGEST);
  let at = from;
  while (at + width <= last) {
    const low = bytes[at] ?? 0;
    if (!(width === 1 ? isReadableByte(low) : isReadable(low | ((bytes[at + 1] ?? 0) << 8)))) break;
    at += width;
  }
  return at;
}

function isReadableByte(code: number): boolean {
  return code === 9 || code === 10 || code === 13 || (code >= 32 && code < 127) || (code >= 0xe0 && code <= 0xfc);
}

/** Latin to Georgian, punctuation, Chinese, Japanese and Korean: the blocks of living scripts. */
function isReadable(code: number): boolean {
  return (
    (code < 256 ? isReadableByte(code) || code >= 0xa0 : code < 0x1200) ||
    (code >= 0x2010 && code < 0x2030) ||
    (code >= 0x3000 && code < 0xa000) ||
    (code >= 0xac00 && code < 0xd7a4) ||
    (code >= 0xff00 && code < 0xfff0)
  );
}

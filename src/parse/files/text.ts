import { decodeBytes } from '../charset-guess.ts';

/** Bytes of a text file that are decoded; what a person reads of a longer one lies at its front. */
const MOST = 2 * 1024 * 1024;

/** True for bytes that an editor would show as words: no control characters but those of text. UTF-16 by its mark. */
export function looksLikeText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  if (head.length === 0) return false;
  if (utf16Of(head)) return true;
  let odd = 0;
  for (const byte of head) {
    if (byte === 0) return false;
    if (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32) || byte === 127) odd += 1;
  }
  return odd * 50 < head.length;
}

/** Decodes text of unknown encoding: byte-order mark, else UTF-8 where it is valid, else what it looks like. Never throws. */
export function decodeText(bytes: Uint8Array): string {
  const head = bytes.subarray(0, MOST);
  const utf16 = utf16Of(head);
  if (utf16) return new TextDecoder(utf16).decode(head);
  try {
    // `stream` so that a character cut in two at the limit is no error.
    return new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
  } catch {
    return decodeBytes(head);
  }
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

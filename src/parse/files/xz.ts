import type { Gap } from '../../model.ts';
import { type Budget, LIMITS } from './file-content.ts';
import { unpackLzma2 } from './lzma.ts';

/** Unpacks the first block of an .xz file (the format's specification, 1.1): honest ones have one, and nobody needs more. */
export function unpackXz(bytes: Uint8Array, budget: Budget): Uint8Array | Gap['why'] {
  // 12 bytes of stream header, then the block header with its own size in words of four bytes.
  const size = ((bytes[12] ?? 0) + 1) * 4;
  const flags = bytes[13] ?? 0;
  if (bytes[12] === 0 || bytes.length < 12 + size) return 'unreadable';
  // One filter, and that LZMA2 (0x21): else a filter for programs stands before it.
  if ((flags & 3) !== 0) return 'unsupported';
  const most = Math.min(LIMITS.slowBytes, budget.inflated, Math.max(1024 * 1024, bytes.length * LIMITS.ratio));
  if (most <= 0) return 'too-large';
  const unpacked = unpackLzma2(bytes.subarray(12 + size), most);
  budget.inflated -= unpacked ? unpacked.out.length : Math.min(most, 1024 * 1024);
  if (!unpacked) return 'unreadable';
  return unpacked.full ? 'too-large' : unpacked.out;
}

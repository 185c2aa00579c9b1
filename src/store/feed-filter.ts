/**
 * A Bloom filter (B. H. Bloom, 1970) over the hashes of one edition: "certainly not in it" without asking the database. It
 * is stored beside the edition, so that a process takes it up with one read. The keys are hashes already: their bits serve
 * as they are.
 */
const BITS_AN_ENTRY = 10;
const PROBES = 6;

/** An empty filter for that many entries: a power of two of bits, ten or more an entry (under 1 % of false hits). */
export function emptyFilter(entries: number): Uint8Array {
  const bits = Math.max(64, 2 ** Math.ceil(Math.log2(Math.max(1, entries) * BITS_AN_ENTRY)));
  return new Uint8Array(bits / 8);
}

export function addToFilter(filter: Uint8Array, hash: number, more: number): void {
  const mask = filter.length * 8 - 1;
  const step = more | 1;
  let bit = (hash % 0x1_0000_0000) | 0;
  for (let probe = 0; probe < PROBES; probe += 1) {
    const at = bit & mask;
    filter[at >>> 3] = (filter[at >>> 3] ?? 0) | (1 << (at & 7));
    bit = (bit + step) | 0;
  }
}

/** False: certainly not in it. */
export function mayHold(filter: Uint8Array, hash: number, more: number): boolean {
  const mask = filter.length * 8 - 1;
  const step = more | 1;
  let bit = (hash % 0x1_0000_0000) | 0;
  for (let probe = 0; probe < PROBES; probe += 1) {
    const at = bit & mask;
    if (((filter[at >>> 3] ?? 0) & (1 << (at & 7))) === 0) return false;
    bit = (bit + step) | 0;
  }
  return true;
}

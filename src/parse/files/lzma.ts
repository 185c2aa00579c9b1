/**
 * LZMA and LZMA2 decoder, after the public-domain specification that comes with the 7-Zip SDK (lzma-specification).
 * Our own because the lists of nearly all 7z archives are packed with it. Never writes more than it was allowed to, and
 * every step consumes input or ends.
 */

const STATES = 12;
const POSITION_SLOTS = 64;
const FULL_DISTANCES = 128;
const HALF = 1024;

class Tree {
  readonly probs: Uint16Array;
  readonly bits: number;
  constructor(bits: number) {
    this.bits = bits;
    this.probs = new Uint16Array(1 << bits).fill(HALF);
  }
}

class Lengths {
  choice = new Uint16Array(2).fill(HALF);
  low = Array.from({ length: 16 }, () => new Tree(3));
  middle = Array.from({ length: 16 }, () => new Tree(3));
  high = new Tree(8);
}

/** One stream of LZMA; LZMA2 feeds it piece by piece. */
class Lzma {
  readonly out: Uint8Array;
  length = 0;
  /** Where what may be looked back at begins. */
  origin = 0;
  #input: Uint8Array = new Uint8Array();
  #at = 0;
  #range = 0xffffffff;
  #code = 0;
  #lc = 3;
  #lp = 0;
  #pb = 2;
  #state = 0;
  #reps = [0, 0, 0, 0];
  #literals = new Uint16Array();
  #match = new Uint16Array();
  #rep = new Uint16Array();
  #repG0 = new Uint16Array();
  #repG1 = new Uint16Array();
  #repG2 = new Uint16Array();
  #rep0Long = new Uint16Array();
  #slots: Tree[] = [];
  #positions = new Uint16Array();
  #align = new Tree(4);
  #lengths = new Lengths();
  #repLengths = new Lengths();

  constructor(most: number) {
    this.out = new Uint8Array(most);
  }

  /** False when the byte names no such settings. */
  settings(byte: number): boolean {
    if (byte >= 225) return false;
    this.#lc = byte % 9;
    this.#lp = Math.floor(byte / 9) % 5;
    this.#pb = Math.floor(byte / 45);
    return this.#lc + this.#lp <= 12;
  }

  resetState(): void {
    const fresh = (size: number): Uint16Array<ArrayBuffer> => new Uint16Array(size).fill(HALF);
    this.#state = 0;
    this.#reps = [0, 0, 0, 0];
    this.#literals = fresh(0x300 << (this.#lc + this.#lp));
    this.#match = fresh(STATES << 4);
    this.#rep = fresh(STATES);
    this.#repG0 = fresh(STATES);
    this.#repG1 = fresh(STATES);
    this.#repG2 = fresh(STATES);
    this.#rep0Long = fresh(STATES << 4);
    this.#slots = Array.from({ length: 4 }, () => new Tree(6));
    this.#positions = fresh(1 + FULL_DISTANCES - 14);
    this.#align = new Tree(4);
    this.#lengths = new Lengths();
    this.#repLengths = new Lengths();
  }

  /** Opens the range decoder on a piece of input; its first byte is zero. */
  feed(input: Uint8Array): boolean {
    this.#input = input;
    this.#range = 0xffffffff;
    this.#code = 0;
    for (let at = 1; at < 5; at += 1) this.#code = ((this.#code << 8) | (input[at] ?? 0)) >>> 0;
    this.#at = 5;
    return input.length >= 5 && input[0] === 0;
  }

  /** Decodes up to `end` bytes of output. False on broken input. */
  run(end: number): boolean {
    while (this.length < end) {
      // A range decoder goes on without input, on zeros: nothing that it says then was ever packed.
      if (this.#at > this.#input.length + 8) return false;
      const posState = (this.length - this.origin) & ((1 << this.#pb) - 1);
      if (this.#bit(this.#match, (this.#state << 4) + posState) === 0) {
        this.#literal();
        continue;
      }
      let count: number;
      if (this.#bit(this.#rep, this.#state) !== 0) {
        if (this.length === this.origin) return false;
        if (this.#bit(this.#repG0, this.#state) === 0) {
          if (this.#bit(this.#rep0Long, (this.#state << 4) + posState) === 0) {
            this.#state = this.#state < 7 ? 9 : 11;
            if (!this.#copy(1, end)) return false;
            continue;
          }
        } else {
          this.#recall();
        }
        count = this.#length(this.#repLengths, posState);
        this.#state = this.#state < 7 ? 8 : 11;
      } else {
        this.#reps = [0, ...this.#reps.slice(0, 3)];
        count = this.#length(this.#lengths, posState);
        this.#state = this.#state < 7 ? 7 : 10;
        const distance = this.#distance(count);
        // The end marker.
        if (distance === 0xffffffff) return true;
        this.#reps[0] = distance;
      }
      if (!this.#copy(count + 2, end)) return false;
    }
    return true;
  }

  #recall(): void {
    const reps = this.#reps as [number, number, number, number];
    if (this.#bit(this.#repG1, this.#state) === 0) this.#reps = [reps[1], reps[0], reps[2], reps[3]];
    else if (this.#bit(this.#repG2, this.#state) === 0) this.#reps = [reps[2], reps[0], reps[1], reps[3]];
    else this.#reps = [reps[3], reps[0], reps[1], reps[2]];
  }

  #copy(count: number, end: number): boolean {
    const distance = (this.#reps[0] ?? 0) + 1;
    if (distance > this.length - this.origin) return false;
    for (let step = 0; step < count && this.length < end; step += 1, this.length += 1) {
      this.out[this.length] = this.out[this.length - distance] ?? 0;
    }
    return true;
  }

  #literal(): void {
    const before = this.length > this.origin ? (this.out[this.length - 1] ?? 0) : 0;
    const place = (this.length - this.origin) & ((1 << this.#lp) - 1);
    const base = 0x300 * ((place << this.#lc) + (before >> (8 - this.#lc)));
    let symbol = 1;
    if (this.#state >= 7) {
      let match = this.out[this.length - (this.#reps[0] ?? 0) - 1] ?? 0;
      while (symbol < 0x100) {
        const matchBit = (match >> 7) & 1;
        match <<= 1;
        const bit = this.#bit(this.#literals, base + ((1 + matchBit) << 8) + symbol);
        symbol = (symbol << 1) | bit;
        if (matchBit !== bit) break;
      }
    }
    while (symbol < 0x100) symbol = (symbol << 1) | this.#bit(this.#literals, base + symbol);
    this.out[this.length] = symbol;
    this.length += 1;
    this.#state = this.#state < 4 ? 0 : this.#state < 10 ? this.#state - 3 : this.#state - 6;
  }

  #length(from: Lengths, posState: number): number {
    if (this.#bit(from.choice, 0) === 0) return this.#tree(from.low[posState] as Tree);
    if (this.#bit(from.choice, 1) === 0) return 8 + this.#tree(from.middle[posState] as Tree);
    return 16 + this.#tree(from.high);
  }

  #distance(count: number): number {
    const slot = this.#tree(this.#slots[Math.min(count, 3)] as Tree) % POSITION_SLOTS;
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const distance = ((2 | (slot & 1)) << bits) >>> 0;
    if (slot < 14) return distance + this.#reverse(this.#positions, distance - slot, bits);
    const direct = this.#direct(bits - 4) * 16;
    return (distance + direct + this.#reverse(this.#align.probs, 0, 4)) >>> 0;
  }

  #tree({ probs, bits }: Tree): number {
    let symbol = 1;
    for (let step = 0; step < bits; step += 1) symbol = (symbol << 1) | this.#bit(probs, symbol);
    return symbol - (1 << bits);
  }

  #reverse(probs: Uint16Array, base: number, bits: number): number {
    let symbol = 1;
    let value = 0;
    for (let step = 0; step < bits; step += 1) {
      const bit = this.#bit(probs, base + symbol);
      symbol = (symbol << 1) | bit;
      value |= bit << step;
    }
    return value;
  }

  #direct(bits: number): number {
    let value = 0;
    for (let step = 0; step < bits; step += 1) {
      this.#range >>>= 1;
      let bit = 0;
      if (this.#code >= this.#range) {
        this.#code = (this.#code - this.#range) >>> 0;
        bit = 1;
      }
      this.#normalize();
      value = value * 2 + bit;
    }
    return value;
  }

  #bit(probs: Uint16Array, index: number): number {
    const prob = probs[index] ?? HALF;
    const bound = (this.#range >>> 11) * prob;
    let bit = 0;
    if (this.#code < bound) {
      probs[index] = prob + ((2048 - prob) >> 5);
      this.#range = bound;
    } else {
      probs[index] = prob - (prob >> 5);
      this.#code = (this.#code - bound) >>> 0;
      this.#range = (this.#range - bound) >>> 0;
      bit = 1;
    }
    this.#normalize();
    return bit;
  }

  #normalize(): void {
    if (this.#range >= 0x1000000) return;
    this.#range = (this.#range << 8) >>> 0;
    this.#code = ((this.#code << 8) | (this.#input[this.#at] ?? 0)) >>> 0;
    this.#at += 1;
  }
}

/** Unpacks one LZMA stream of known size; undefined when it is broken. The caller has paid for `size`. */
export function unpackLzma(packed: Uint8Array, settings: number, size: number): Uint8Array | undefined {
  const lzma = new Lzma(size);
  if (!lzma.settings(settings)) return undefined;
  lzma.resetState();
  if (!lzma.feed(packed) || !lzma.run(size) || lzma.length !== size) return undefined;
  return lzma.out;
}

/** Unpacks LZMA2: pieces with a control byte each. Gives what it has when `most` is reached; undefined when broken. */
export function unpackLzma2(packed: Uint8Array, most: number): { out: Uint8Array; full: boolean } | undefined {
  const lzma = new Lzma(most);
  for (let at = 0; at < packed.length; ) {
    const control = packed[at] ?? 0;
    if (control === 0) return { out: lzma.out.subarray(0, lzma.length), full: false };
    const big = (place: number): number => (((packed[place] ?? 0) << 8) | (packed[place + 1] ?? 0)) + 1;
    if (control < 0x80) {
      if (control > 2) return undefined;
      const size = big(at + 1);
      if (control === 1) lzma.origin = lzma.length;
      if (lzma.length + size > most) return { out: lzma.out.subarray(0, lzma.length), full: true };
      const piece = packed.subarray(at + 3, at + 3 + size);
      lzma.out.set(piece, lzma.length);
      lzma.length += piece.length;
      at += 3 + size;
      continue;
    }
    const size = ((control & 0x1f) << 16) + big(at + 1);
    const length = big(at + 3);
    const reset = (control >> 5) & 3;
    let start = at + 5;
    if (reset >= 2) {
      if (!lzma.settings(packed[start] ?? 255)) return undefined;
      start += 1;
    }
    if (reset === 3) lzma.origin = lzma.length;
    if (reset >= 1) lzma.resetState();
    const end = Math.min(lzma.length + size, most);
    const full = lzma.length + size > most;
    if (!lzma.feed(packed.subarray(start, start + length)) || !lzma.run(end)) return undefined;
    if (full) return { out: lzma.out.subarray(0, lzma.length), full };
    at = start + length;
  }
  return undefined;
}

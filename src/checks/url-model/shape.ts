import type { Letters } from './letters.ts';

/** What a label looks like, whatever it says; each trait as the number of its bucket. */
export interface Shape {
  length: number;
  /** How hard it is to take for a name: see `Letters`. */
  bits: number;
  digits: number;
  hyphens: number;
  /** Changes between letters and digits. */
  switches: number;
  vowels: number;
  /** The longest run of consonants. */
  consonants: number;
}

export function shapeOf(label: string, letters: Letters): Shape {
  const alphabetic = label.replace(/[^a-z]/g, '');
  const vowels = alphabetic.replace(/[^aeiouy]/g, '').length;
  const runs = alphabetic.match(/[bcdfghjklmnpqrstvwxz]+/g) ?? [];
  return {
    length: bucket(label.length, [3, 4, 5, 6, 7, 8, 10, 12, 15, 19, 24, 32]),
    bits: bucket(letters.bits(label), [3, 3.4, 3.7, 4, 4.3, 4.6, 5, 5.5, 6, 6.5]),
    digits: bucket(label.replace(/\D/g, '').length, [0, 1, 2, 4, 6, 9]),
    hyphens: bucket(label.split('-').length - 1, [0, 1, 2, 3]),
    switches: bucket(label.match(/[a-z]\d|\d[a-z]/g)?.length ?? 0, [0, 1, 2, 4]),
    vowels: alphabetic === '' ? 9 : bucket(vowels / alphabetic.length, [0, 0.15, 0.25, 0.35, 0.5]),
    consonants: bucket(Math.max(0, ...runs.map((run) => run.length)), [1, 2, 3, 4, 5]),
  };
}

/** How many of the bounds lie below the value. */
export function bucket(value: number, bounds: number[]): number {
  return bounds.filter((bound) => value > bound).length;
}

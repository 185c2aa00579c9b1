const LETTERS: Record<string, string[]> = { '0': ['o'], '1': ['l', 'i'], '3': ['e'], '4': ['a'], '5': ['s'] };

/** A word beyond this many readings is a number. */
const MOST = 16;

/** The ways to read a word whose digits stand for letters: `l0g1n` → logln, login. */
export function readAs(word: string): string[] {
  let readings = [''];
  for (const sign of word) {
    const letters = LETTERS[sign] ?? [sign];
    readings = readings.flatMap((text) => letters.map((letter) => text + letter));
    if (readings.length > MOST) return [];
  }
  return readings;
}

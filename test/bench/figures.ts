/** The value below which `share` of the figures lie (nearest rank). `figures` need not be sorted. */
export function percentile(figures: number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** One line of the report: a figure, and the ceiling that it must stay under. */
export interface Figure {
  what: string;
  ms: number;
  ceiling: number;
}

/** Prints the figures as a table; false when one is above its ceiling (or is no number at all). */
export function report(title: string, figures: Figure[]): boolean {
  console.log(`\n${title}`);
  let good = true;
  for (const { what, ms, ceiling } of figures) {
    const held = ms <= ceiling;
    good &&= held;
    console.log(
      `  ${what.padEnd(44)} ${ms.toFixed(2).padStart(10)} ms   ceiling ${ceiling} ms${held ? '' : '   BROKEN'}`,
    );
  }
  return good;
}

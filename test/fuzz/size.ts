/**
 * Inputs made of each of the cheapest fixtures; the others get their share. All files of this folder together read more
 * than twenty thousand, which keeps the continuous integration within two minutes. LURECHECK_FUZZ=10 makes ten times as many.
 */
export const RUNS = 1_340 * Number(process.env.LURECHECK_FUZZ ?? 1);

/** The longest that one small broken input may keep a processor busy. */
export const MOST_CPU_MS = 5_000;

/** Resident memory of the test's process; a reader that keeps what it read goes beyond it soon. */
export const MOST_RSS_MB = 1_400;

import fc from 'fast-check';

/**
 * Property tests draw the same cases on every run, so that a change alone can break them. LURECHECK_SEED=random looks for
 * new ones, and a number repeats what it found.
 */
const wanted = process.env.LURECHECK_SEED;
if (wanted !== 'random') fc.configureGlobal({ seed: wanted ? Number(wanted) : 20_200_206 });

import fc from 'fast-check';
import { expect } from 'vitest';
import { mergeEvidence, readSpecimen } from '../../src/parse/read.ts';
import { holdsForAny } from './claims.ts';
import type { Fixture } from './fixtures.ts';
import { changes, mutate } from './mutate.ts';
import { MOST_CPU_MS, MOST_RSS_MB, RUNS } from './size.ts';

/** Breaks one fixture in as many ways as its share says, and reads and judges every one. */
export async function fuzz({ share, bytes, specimen }: Fixture): Promise<void> {
  await fc.assert(
    fc.asyncProperty(changes, async (list) => {
      const broken = specimen(mutate(bytes, list));
      const before = process.cpuUsage();
      const evidence = mergeEvidence([await readSpecimen(broken, 's1')]);
      holdsForAny(evidence);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1000, 'processor time').toBeLessThan(MOST_CPU_MS);
    }),
    { numRuns: Math.round((RUNS * share) / 100), endOnFailure: true },
  );
  expect(process.memoryUsage.rss() / 1024 / 1024).toBeLessThan(MOST_RSS_MB);
}

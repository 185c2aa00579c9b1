import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReader, type Reader } from '../../src/parse/pool.ts';
import { holdsForAny } from './claims.ts';
import { type Fixture, fixtures } from './fixtures.ts';
import { changes, mutate } from './mutate.ts';
import { MOST_RSS_MB, RUNS } from './size.ts';

const DEADLINE_MS = 10_000;

let reader: Reader;
let all: Fixture[];

beforeAll(async () => {
  reader = openReader({ threads: 2, deadlineMs: DEADLINE_MS });
  all = await fixtures();
});
afterAll(() => reader.close());

test('broken reports of several specimens come back from the pool within its limits', async () => {
  const pieces = fc.array(fc.tuple(fc.nat(), changes), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(pieces, async (drawn) => {
      const specimens = drawn.map(([which, list]) => {
        const fixture = all[which % all.length] as Fixture;
        return fixture.specimen(mutate(fixture.bytes, list));
      });
      const started = performance.now();
      const evidence = await reader.read(specimens);
      // A hang guard: three in two threads wait for each other once.
      expect(performance.now() - started).toBeLessThan(3 * DEADLINE_MS);
      holdsForAny(evidence);
    }),
    { numRuns: Math.round(RUNS / 4), endOnFailure: true },
  );
  expect(process.memoryUsage.rss() / 1024 / 1024).toBeLessThan(MOST_RSS_MB);
}, 120_000);

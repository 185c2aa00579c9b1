import { beforeEach, describe, expect, test } from 'vitest';
import type { Job, Stores } from '../../../src/store/stores.ts';
import { type Clock, DAY, HOUR, SECOND } from './given.ts';

export function jobsContract(opened: (clock?: Clock) => Promise<Stores>, newClock: () => Clock): void {
  describe('jobs', () => {
    let stores: Stores;
    let clock: Clock;
    beforeEach(async () => {
      clock = newClock();
      stores = await opened(clock);
    });
    const add = (key: string, urgent?: boolean) => stores.jobs.enqueue({ kind: 'report', key, urgent });
    const claim = async (limit = 10) => stores.jobs.claim(limit, 30 * SECOND);
    const keys = (jobs: Job[]) => jobs.map(({ key }) => key);
    const one = async (): Promise<Job> => {
      const [job] = await claim(1);
      if (!job) throw new Error('no job to claim');
      return job;
    };

    test('are claimed once, oldest first, as many as asked for', async () => {
      for (const key of ['a', 'b', 'c']) {
        await add(key);
        clock.advance(1);
      }
      expect(keys(await claim(2))).toEqual(['a', 'b']);
      expect(keys(await claim(2))).toEqual(['c']);
      expect(await claim(2)).toEqual([]);
      expect(await stores.jobs.counts()).toEqual({ waiting: 0, running: 3, dead: 0 });
    });

    test('that are for later are not due before', async () => {
      await stores.jobs.enqueue({ kind: 'relook', key: 'later', afterMs: HOUR });
      expect(await claim()).toEqual([]);
      expect(await stores.jobs.next()).toEqual(new Date(clock.now().getTime() + HOUR));
      clock.advance(HOUR);
      expect(keys(await claim())).toEqual(['later']);
    });

    test('that are urgent go before older ones', async () => {
      await add('old');
      clock.advance(HOUR);
      await add('urgent', true);
      await add('new');
      expect(keys(await claim(1))).toEqual(['urgent']);
      expect(keys(await claim())).toEqual(['old', 'new']);
    });

    test('become urgent when they are asked for again in a hurry, and stay it', async () => {
      await add('other');
      await add('same');
      await add('same', true);
      await add('same');
      expect(keys(await claim())).toEqual(['same', 'other']);
    });

    test('are never claimed twice by claims at the same moment', async () => {
      for (let n = 0; n < 40; n += 1) await add(`${n}`);
      const claimed = (await Promise.all(Array.from({ length: 10 }, () => claim(5)))).flat();
      expect(claimed).toHaveLength(40);
      expect(new Set(keys(claimed)).size).toBe(40);
    });

    test('of one kind and key are one, while waiting, while running, and for a day after', async () => {
      await add('a');
      await add('a');
      expect(await stores.jobs.counts()).toMatchObject({ waiting: 1 });
      const job = await one();
      await add('a');
      expect(await stores.jobs.counts()).toEqual({ waiting: 0, running: 1, dead: 0 });
      await stores.jobs.done(job);
      clock.advance(DAY - 1);
      await add('a');
      expect(await claim()).toEqual([]);
      clock.advance(1);
      await add('a');
      expect(await one()).toMatchObject({ key: 'a', attempt: 1 });
    });

    test('of another kind have keys of their own', async () => {
      await add('a');
      await stores.jobs.enqueue({ kind: 'escalate', key: 'a' });
      expect(await claim()).toHaveLength(2);
    });

    test('fall due again when their lease runs out, as a further attempt', async () => {
      await add('a');
      const lost = await one();
      clock.advance(30 * SECOND - 1);
      expect(await claim()).toEqual([]);
      clock.advance(1);
      const job = await one();
      expect(job).toEqual({ ...lost, attempt: 2 });
    });

    test('stay ours while their lease is prolonged', async () => {
      await add('a');
      const job = await one();
      clock.advance(20 * SECOND);
      expect(await stores.jobs.extend(job, 30 * SECOND)).toBe(true);
      clock.advance(20 * SECOND);
      expect(await claim()).toEqual([]);
    });

    test('whose lease was lost are not disturbed by the one who lost it', async () => {
      await add('a');
      const lost = await one();
      clock.advance(HOUR);
      const ours = await one();
      expect(await stores.jobs.extend(lost, HOUR)).toBe(false);
      expect(await stores.jobs.fail(lost, 'late', 0, 1)).toBe('lost');
      await stores.jobs.release(lost);
      expect(await stores.jobs.counts()).toEqual({ waiting: 0, running: 1, dead: 0 });
      // But work that was done is done.
      await stores.jobs.done(lost);
      expect(await stores.jobs.fail(ours, 'too late', 0, 1)).toBe('lost');
      expect(await stores.jobs.counts()).toEqual({ waiting: 0, running: 0, dead: 0 });
    });

    test('that fail come back after their pause, until they are dead', async () => {
      await add('a');
      expect(await stores.jobs.fail(await one(), 'slack is away', 5 * SECOND, 2)).toBe('retry');
      clock.advance(5 * SECOND - 1);
      expect(await claim()).toEqual([]);
      clock.advance(1);
      expect(await stores.jobs.fail(await one(), 'slack is away', 5 * SECOND, 2)).toBe('dead');
      clock.advance(DAY);
      await add('a');
      expect(await claim()).toEqual([]);
      expect(await stores.jobs.counts()).toEqual({ waiting: 0, running: 0, dead: 1 });
    });

    test('given back are due at once, and the try that was stopped stays counted', async () => {
      await add('a');
      const job = await one();
      await stores.jobs.release(job);
      expect(await stores.jobs.counts()).toMatchObject({ waiting: 1, running: 0 });
      expect(await one()).toEqual({ ...job, attempt: 2 });
    });

    test('say when the next is due', async () => {
      expect(await stores.jobs.next()).toBeUndefined();
      await add('a');
      expect(await stores.jobs.next()).toEqual(clock.now());
      const job = await one();
      expect(await stores.jobs.next()).toEqual(new Date(clock.now().getTime() + 30 * SECOND));
      await stores.jobs.fail(job, 'x', HOUR, 9);
      expect(await stores.jobs.next()).toEqual(new Date(clock.now().getTime() + HOUR));
      clock.advance(HOUR);
      await stores.jobs.done(await one());
      expect(await stores.jobs.next()).toBeUndefined();
    });
  });
}

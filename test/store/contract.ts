import { afterEach, describe, expect, test } from 'vitest';
import type { Stores } from '../../src/store/stores.ts';
import { casesContract } from './contract/cases.ts';
import { feedsContract } from './contract/feeds.ts';
import { type Clock, clock, type Ground } from './contract/given.ts';
import { jobsContract } from './contract/jobs.ts';
import { purgeContract } from './contract/purge.ts';
import { receiptsContract } from './contract/receipts.ts';
import { reportsContract } from './contract/reports.ts';
import { cacheContract, indicatorsContract } from './contract/rest.ts';
import { sharedContract } from './contract/shared.ts';

/** What every database must do. Each test has a database of its own; all that a test opens is closed after it. */
export function storesContract(name: string, ground: Ground): void {
  describe(`stores on ${name}`, () => {
    const open: Stores[] = [];
    afterEach(async () => {
      await Promise.all(open.splice(0).map((stores) => stores.close()));
    });
    const at = async (url: string, time: Clock = clock()): Promise<Stores> => {
      const stores = await ground.open(url, { now: time.now });
      open.push(stores);
      return stores;
    };
    const opened = (time?: Clock) => at(ground.url(), time);

    reportsContract(opened);
    casesContract(opened, clock);
    jobsContract(opened, clock);
    indicatorsContract(opened, clock);
    feedsContract(opened, clock);
    cacheContract(opened, clock);
    purgeContract(opened, clock);
    receiptsContract(opened, clock);
    if (ground.shared) sharedContract(at, ground.url);

    test('close once, however often they are told to, and answer nothing afterwards', async () => {
      const stores = await opened();
      await Promise.all([stores.close(), stores.close()]);
      await stores.close();
      await expect(stores.jobs.counts()).rejects.toThrow();
    });
  });
}

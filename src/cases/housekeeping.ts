import { reasonOf } from '../errors.ts';
import type { Stores } from '../store/stores.ts';
import type { Log } from './house.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Deletes what has outlived its days: at once, then every hour. Returns the way to stop. */
export function startHousekeeping(stores: Stores, retentionDays: number, log: Log): () => void {
  const purge = async (): Promise<void> => {
    try {
      const gone = await stores.purge(new Date(Date.now() - retentionDays * DAY_MS));
      if (gone.reports > 0) log.info(gone, 'content past its retention deleted');
    } catch (error) {
      log.error({ reason: reasonOf(error) }, 'deleting old content failed, will be tried again in an hour');
    }
  };
  void purge();
  const timer = setInterval(() => void purge(), HOUR_MS);
  return () => clearInterval(timer);
}

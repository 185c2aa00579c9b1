import { type Kysely, sql } from 'kysely';
import type { Database } from './schema.ts';

/** Runs a piece of work in a transaction; resolves once what it wrote is on the disk. */
export type Write = <T>(work: (tx: Kysely<Database>) => Promise<T>) => Promise<T>;

/** More than this in one transaction would keep the first waiting for the last. */
const MOST_TOGETHER = 64;

interface Waiting {
  work: (tx: Kysely<Database>) => Promise<unknown>;
  resolve: (value: never) => void;
  reject: (error: unknown) => void;
}

/**
 * One commit for all writes that wait at the same moment. A commit costs an fsync, and an fsync stops this thread: fifty
 * reports at once would spend most of their time in it. The promise stays the same: nothing resolves before its commit,
 * each piece of work sees what those before it wrote, and one that fails is taken back alone, by its savepoint.
 */
export function openWrites(db: Kysely<Database>): Write {
  const waiting: Waiting[] = [];
  let flushing = false;

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MOST_TOGETHER);
      const settle: (() => void)[] = [];
      try {
        await db.transaction().execute(async (tx) => {
          for (const { work, resolve, reject } of batch) {
            await sql`savepoint piece`.execute(tx);
            try {
              const value = await work(tx);
              settle.push(() => resolve(value as never));
            } catch (error) {
              await sql`rollback to piece`.execute(tx);
              settle.push(() => reject(error));
            }
            await sql`release piece`.execute(tx);
          }
        });
        for (const done of settle) done();
      } catch (error) {
        // The transaction itself failed: nothing of it is on the disk.
        for (const { reject } of batch) reject(error);
      }
    }
    flushing = false;
  }

  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push({ work, resolve, reject });
      if (flushing) return;
      flushing = true;
      setImmediate(() => void flush());
    });
}

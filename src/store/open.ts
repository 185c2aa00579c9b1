import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { reasonOf, SetupError } from '../errors.ts';
import { caches } from './cache.ts';
import { caseStore } from './cases.ts';
import { feedStore } from './feeds.ts';
import { indicatorStore } from './indicators.ts';
import { jobStore } from './jobs.ts';
import { migrate, pending } from './migrations/index.ts';
import { once } from './once.ts';
import { purge } from './purge.ts';
import { receiptStore } from './receipts.ts';
import { reportStore } from './reports.ts';
import { type Opened, openSqlite } from './sqlite.ts';
import type { Stores } from './stores.ts';
import { openWrites } from './writes.ts';

/**
 * STATE_URL → stores: `sqlite:` and a path (its folder is made), or `sqlite::memory:`. `now` is the clock of everything
 * stored. Throws SetupError when the URL is faulty or the database cannot be opened or was written by a newer lurecheck.
 */
export async function openStores(url: string, { now = () => new Date() }: { now?: () => Date } = {}): Promise<Stores> {
  const { db, types, scrub } = openDatabase(url);
  try {
    await migrate(db, types, now());
  } catch (error) {
    await db.destroy();
    throw error instanceof SetupError ? error : unopened(error);
  }
  const write = openWrites(db);
  return {
    reports: reportStore(db, write, now),
    cases: caseStore(db, write, now),
    jobs: jobStore(db, write, now),
    indicators: indicatorStore(db, now),
    receipts: receiptStore(db, write),
    feeds: feedStore(db, write, now),
    cache: caches(db, now),
    once: (key) => once(db, key, now()),
    async purge(before) {
      const counts = await purge(db, before, now());
      await scrub();
      return counts;
    },
    close: () => db.destroy(),
  };
}

/**
 * Names of the migrations that a database still lacks; changes nothing. Throws SetupError as `openStores` does. For a file
 * that is there.
 */
export async function pendingMigrations(url: string): Promise<string[]> {
  const { db } = openDatabase(url);
  try {
    return await pending(db);
  } catch (error) {
    throw error instanceof SetupError ? error : unopened(error);
  } finally {
    await db.destroy();
  }
}

function openDatabase(url: string): Opened {
  const path = /^sqlite:(.+)$/.exec(url)?.[1];
  // The value is not repeated: another kind of database's URL holds a password.
  if (path === undefined) {
    throw new SetupError('STATE_URL should be sqlite: and a file, such as sqlite:data/lurecheck.db.');
  }
  try {
    if (path !== ':memory:') makePrivateFile(resolve(path));
    return openSqlite(path === ':memory:' ? path : resolve(path));
  } catch (error) {
    throw unopened(error);
  }
}

/** What people reported is nobody else's on this machine. SQLite gives its side files the same mode. */
function makePrivateFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, 'a', 0o600));
}

function unopened(error: unknown): SetupError {
  return new SetupError(
    `The database of STATE_URL cannot be opened (${reasonOf(error)}). It should be a file of lurecheck's own, in a folder that this user may write to.`,
  );
}

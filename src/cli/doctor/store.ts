import { constants, existsSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { SetupError } from '../../errors.ts';
import { standingOf } from '../../intel/feeds/ages.ts';
import { ageText } from '../../intel/sources.ts';
import type { Feed } from '../../store/feed-store.ts';
import { openStores, pendingMigrations } from '../../store/open.ts';
import { type Diagnosis, fail, ok, warn } from './diagnosis.ts';

const WHAT = 'STATE_URL';

/** The database, its tables, its queue and the lists in it. Makes no database, and changes none. */
export async function* examineStore(url: string, now = new Date()): AsyncGenerator<Diagnosis> {
  const path = url.replace(/^sqlite:/, '');
  if (path === ':memory:') {
    yield warn(WHAT, 'all is forgotten when the bot stops', 'name a file, such as sqlite:data/lurecheck.db.');
    return;
  }
  if (!existsSync(path)) {
    yield await unmade(path);
    return;
  }
  try {
    const pending = await pendingMigrations(url);
    if (pending.length > 0) {
      const mend = 'stop the old version and start the new one, which brings it up to date. Copy the file before.';
      yield warn(WHAT, `its tables are of an older lurecheck (missing: ${pending.join(', ')})`, mend);
      return;
    }
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    yield fail(WHAT, error.message, 'see to the file, or name another one.');
    return;
  }
  yield ok(WHAT, 'the database opens, and its tables are up to date');
  const stores = await openStores(url);
  try {
    const { dead } = await stores.jobs.counts();
    if (dead > 0) yield warn('queue', `${dead} jobs were given up`, 'the log says why: look for “job given up”.');
    const feeds = await stores.feeds.list();
    if (feeds.length === 0) yield ok('lists', 'no list of others is added (lurecheck feeds add)');
    for (const feed of feeds) yield examineFeed(feed, now);
  } finally {
    await stores.close();
  }
}

async function unmade(path: string): Promise<Diagnosis> {
  let folder = dirname(resolve(path));
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
  try {
    await access(folder, constants.W_OK);
    return ok(WHAT, 'there is no database yet: the bot makes it when it first starts');
  } catch {
    return fail(
      WHAT,
      'there is no database, and its folder cannot be made',
      'name a place that this user may write to.',
    );
  }
}

function examineFeed(feed: Feed, now: Date): Diagnosis {
  const { name, copy, fault, maxAgeMs } = feed;
  const what = `list ${name}`;
  const why = fault ? `; the last update failed: ${fault}` : '';
  const mend = `lurecheck feeds update ${name} tries again, lurecheck feeds test ${name} only looks. The bot updates it while it runs.`;
  if (!copy) return fail(what, `it was never loaded${why}`, mend);
  const age = `${ageText(now.getTime() - copy.freshAt.getTime())} old, allowed ${ageText(maxAgeMs)}`;
  if (standingOf(feed, now) !== 'fresh') return fail(what, `it is out of date: ${age}${why}`, mend);
  return fault ? warn(what, `${age}${why}`, mend) : ok(what, `${copy.entries} entries, ${age}`);
}

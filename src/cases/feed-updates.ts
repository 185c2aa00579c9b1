import { Worker } from 'node:worker_threads';
import { reasonOf } from '../errors.ts';
import { dueAt, standingOf } from '../intel/feeds/ages.ts';
import { type Outcome, updateFeed } from '../intel/feeds/update.ts';
import type { Feed, FeedStore } from '../store/feed-store.ts';
import type { FeedTask } from './feed-worker.ts';
import type { Log } from './house.ts';

const LOOK_MS = 60_000;
/** How often the log repeats that a list is too old. */
const WARN_MS = 3_600_000;

export type Updater = (feed: Feed, signal: AbortSignal) => Promise<Outcome>;

/**
 * Looks every minute which feeds are due, and fetches them one after the other. Nothing is fetched unless somebody added
 * a feed. Returns the way to stop: an update that is under way is cut off, and the old list serves on.
 */
export function startFeedUpdates(
  store: FeedStore,
  update: Updater,
  log: Log,
  { now = () => new Date(), everyMs = LOOK_MS }: { now?: () => Date; everyMs?: number } = {},
): () => Promise<void> {
  const stopping = new AbortController();
  let at: Promise<void> = Promise.resolve();
  let working = false;
  let warnedAt = Number.NEGATIVE_INFINITY;

  const look = async (): Promise<void> => {
    for (const feed of await store.list()) {
      if (stopping.signal.aborted) return;
      if (dueAt(feed) > now()) continue;
      report(feed, await update(feed, stopping.signal), log);
    }
    if (now().getTime() - warnedAt < WARN_MS) return;
    const warnings = await feedWarnings(store, now());
    if (warnings.length > 0) warnedAt = now().getTime();
    for (const warning of warnings) log.warn({}, warning);
  };
  const tick = (): void => {
    if (working) return;
    working = true;
    at = look()
      .catch((error: unknown) => {
        if (!stopping.signal.aborted) log.error({ reason: reasonOf(error) }, 'updating the feeds failed');
      })
      .finally(() => {
        working = false;
      });
  };
  tick();
  const timer = setInterval(tick, everyMs);
  return async () => {
    clearInterval(timer);
    stopping.abort();
    await at;
  };
}

function report({ name: feed }: Feed, outcome: Outcome, log: Log): void {
  if (outcome.kind === 'updated') log.info({ feed, entries: outcome.entries }, 'a feed was updated');
  if (outcome.kind === 'refused') {
    log.warn({ feed, reason: outcome.reason }, 'a feed was not updated: its old list goes on serving');
  }
}

/** What is wrong with the feeds, in sentences. */
export async function feedWarnings(store: FeedStore, now = new Date()): Promise<string[]> {
  return (await store.list()).flatMap((feed) => {
    const standing = standingOf(feed, now);
    if (standing === 'fresh') return [];
    const why = feed.fault ? `: ${feed.fault}` : '';
    return standing === 'missing'
      ? [`The list ${feed.name} has never been loaded${why}.`]
      : [`The list ${feed.name} is older than it may be${why}.`];
  });
}

/**
 * Updates in a thread with a connection of its own: hashing and sorting a million entries takes seconds, in which no
 * report would be answered. A database in memory has no second connection, and is updated where it is.
 */
export function feedUpdater(
  store: FeedStore,
  { url, headers }: { url: string; headers: (feed: string) => Record<string, string> },
): Updater {
  if (url === 'sqlite::memory:') return (feed) => updateFeed(store, feed, { headers: headers(feed.name) });
  return ({ name }, signal) => inThread({ url, feed: name, headers: headers(name) }, signal);
}

function inThread(task: FeedTask, signal: AbortSignal): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./feed-worker.ts', import.meta.url), {
      workerData: task,
      name: 'feed',
      // A million entries are a million short-lived objects: collected early, they never add up.
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    });
    const cut = (): void => void worker.terminate();
    signal.addEventListener('abort', cut, { once: true });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      signal.removeEventListener('abort', cut);
      reject(new Error('the update was cut off'));
    });
  });
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reasonOf } from '../../errors.ts';
import type { Feed, FeedDefinition, FeedEntry, FeedState, FeedStore } from '../../store/feed-store.ts';
import type { Listed } from './entry.ts';
import { fetchSource, verifyChecksum } from './fetch-source.ts';
import { keyNumbers, type ListedKind } from './keys.ts';
import { FEED_LIMITS, type FeedLimits, FeedRefusal } from './limits.ts';
import { placeIn, readList } from './read-list.ts';
import type { Asking } from './request.ts';

export interface UpdateOptions {
  limits?: Partial<FeedLimits>;
  /** Sent to the source: its key. */
  headers?: Record<string, string>;
  /** Takes the list even if it has shrunk by more than half. */
  force?: boolean;
  now?: () => Date;
}

export type Outcome =
  | { kind: 'updated'; entries: number; tally: Tally }
  | { kind: 'unchanged' }
  /** The old list goes on serving. */
  | { kind: 'refused'; reason: string }
  /** Another process is at it. */
  | { kind: 'busy' };

/** What stood in a list. */
export interface Tally {
  kinds: Partial<Record<ListedKind, number>>;
  unreadable: number;
  /** Understood, but nothing to ask for: revoked, not meant for detection, a pattern of several conditions. */
  ignored: number;
}

/** Fewer entries than this may come and go as they like. */
const SMALL = 50;

/**
 * Fetches a feed and puts it in force, or says why not; the old list serves until the new one is whole. A list is refused
 * when it is empty, a web page, of another form than it should be, or has lost more than half of what it had: each of
 * these has happened to a source that was merely broken.
 */
export async function updateFeed(store: FeedStore, feed: Feed, options: UpdateOptions = {}): Promise<Outcome> {
  const { now = () => new Date() } = options;
  const loading = await store.begin(feed.name);
  if (!loading) return { kind: 'busy' };
  try {
    return await withFetched(feed, feed.copy, options, async (fetched) => {
      if (fetched === 'unchanged') {
        await loading.unchanged(now());
        return { kind: 'unchanged' };
      }
      const tally = await walk(fetched, (entries) => loading.put(entries), options.limits);
      const entries = await loading.count();
      const reason = complaint(entries, tally, options.force ? 0 : (feed.copy?.entries ?? 0));
      if (reason) throw new FeedRefusal(reason);
      if ((await loading.finish(fetched.state, fetched.freshAt)) === undefined) return { kind: 'busy' };
      return { kind: 'updated', entries, tally };
    });
  } catch (error) {
    const reason = error instanceof FeedRefusal ? error.message : reasonOf(error);
    await loading.fail(reason);
    return { kind: 'refused', reason };
  }
}

/** Fetches and reads a list and keeps nothing: what came, with the first few entries. Throws FeedRefusal. */
export async function testFeed(
  definition: FeedDefinition,
  options: UpdateOptions = {},
): Promise<{ entries: number; tally: Tally; first: Listed[] }> {
  return withFetched(definition, undefined, options, async (fetched) => {
    if (fetched === 'unchanged') throw new FeedRefusal('the source sent nothing');
    const first: Listed[] = [];
    let entries = 0;
    const tally = await walk(
      fetched,
      async (some, listed) => {
        first.push(...listed.slice(0, Math.max(0, 5 - first.length)));
        entries += some.length;
      },
      options.limits,
    );
    const reason = complaint(entries, tally, 0);
    if (reason) throw new FeedRefusal(reason);
    return { entries, tally, first };
  });
}

interface Ready {
  state: FeedState;
  freshAt: Date;
  pieces: ReturnType<typeof readList>;
}

async function withFetched<T>(
  definition: FeedDefinition,
  known: FeedState | undefined,
  options: UpdateOptions,
  work: (fetched: Ready | 'unchanged') => Promise<T>,
): Promise<T> {
  const limits = { ...FEED_LIMITS, ...options.limits };
  const now = (options.now ?? (() => new Date()))();
  const asking: Asking = {
    limits,
    insecure: definition.insecure ?? false,
    headers: options.headers ?? {},
    signal: AbortSignal.timeout(limits.totalMs),
  };
  const folder = await mkdtemp(join(tmpdir(), 'lurecheck-feed-'));
  try {
    // A collection is asked page by page.
    if (definition.format === 'taxii') {
      return await work({ state: {}, freshAt: now, pieces: readList(definition, '', folder, asking, now) });
    }
    const source = definition.format === 'misp-feed' ? placeIn(definition.source, 'manifest.json') : definition.source;
    const fetched = await fetchSource(source, folder, known, asking, now);
    if (fetched === 'unchanged') return await work('unchanged');
    await verifyChecksum(definition, fetched.path, asking);
    return await work({ ...fetched, pieces: readList(definition, fetched.path, folder, asking, now) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function walk(
  { pieces }: Ready,
  put: (entries: FeedEntry[], listed: Listed[]) => Promise<void>,
  limits: Partial<FeedLimits> = {},
): Promise<Tally> {
  const most = limits.entries ?? FEED_LIMITS.entries;
  const tally: Tally = { kinds: {}, unreadable: 0, ignored: 0 };
  let count = 0;
  for await (const piece of pieces) {
    const entries: FeedEntry[] = [];
    const listed: Listed[] = [];
    for (const parsed of piece) {
      if (typeof parsed === 'string') {
        tally[parsed] += 1;
        continue;
      }
      tally.kinds[parsed.kind] = (tally.kinds[parsed.kind] ?? 0) + 1;
      const { hash, more } = keyNumbers(parsed.key);
      entries.push({ hash, more, listedAt: parsed.listedAt, note: parsed.note });
      listed.push(parsed);
    }
    count += entries.length;
    if (count > most) throw new FeedRefusal(`it has more than ${most} entries`);
    await put(entries, listed);
  }
  return tally;
}

function complaint(entries: number, { unreadable }: Tally, before: number): string | undefined {
  if (entries === 0) return unreadable > 0 ? 'nothing in it could be read: is the format right?' : 'it is empty';
  if (unreadable > entries) return `most of it could not be read (${unreadable} pieces): is the format right?`;
  if (before >= SMALL && entries < before / 2) {
    return `it has shrunk from ${before} to ${entries} entries; if that is right, update it with --force`;
  }
  return undefined;
}

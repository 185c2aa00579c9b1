import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { feedUpdater, feedWarnings, startFeedUpdates } from '../../src/cases/feed-updates.ts';
import { dueAt } from '../../src/intel/feeds/ages.ts';
import { openFeeds } from '../../src/intel/feeds/ask-feeds.ts';
import type { Feed } from '../../src/store/feed-store.ts';
import { openStores } from '../../src/store/open.ts';
import { definition, domains, type FeedServer, feedServer } from '../helpers/feed-server.ts';

let server: FeedServer;
let folder = '';
beforeAll(async () => {
  server = await feedServer();
  folder = mkdtempSync(join(tmpdir(), 'lurecheck-updates-'));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const HOUR = 3_600_000;
const feed = (parts: Partial<Feed> = {}): Feed => ({
  ...definition('https://feed.example/'),
  everyMs: HOUR,
  addedAt: new Date(0),
  failures: 0,
  ...parts,
});
function log() {
  const lines: string[] = [];
  const line = (fields: Record<string, unknown>, message: string) =>
    void lines.push(`${message} ${JSON.stringify(fields)}`);
  return { lines, info: line, warn: line, error: line };
}

describe('a feed is due', () => {
  const triedAt = new Date('2026-11-01T00:00:00Z');
  it.each<[string, Partial<Feed>, string]>([
    ['at once when it was never tried', {}, '1970-01-01T00:00:00.000Z'],
    ['after its time', { triedAt }, '2026-11-01T01:00:00.000Z'],
    ['soon after a failure', { triedAt, failures: 1 }, '2026-11-01T00:05:00.000Z'],
    ['later after the next', { triedAt, failures: 3 }, '2026-11-01T00:20:00.000Z'],
    ['never later than its time', { triedAt, failures: 99 }, '2026-11-01T01:00:00.000Z'],
  ])('%s', (_, parts, expected) => {
    expect(dueAt(feed(parts)).toISOString()).toBe(expected);
  });
});

describe('the schedule', () => {
  it('fetches what is due in a thread of its own, and nothing where nothing was added', async () => {
    const url = `sqlite:${join(folder, 'state.db')}`;
    const stores = await openStores(url);
    const said = log();
    server.serve(domains(2_000));
    const update = feedUpdater(stores.feeds, { url, headers: (name) => ({ 'auth-key': `key of ${name}` }) });
    const stop = startFeedUpdates(stores.feeds, update, said, { everyMs: 20 });
    await sleep(100);
    expect(server.asked).toEqual([]);
    await stores.feeds.add(definition(`${server.url}/list`));
    await vi.waitFor(() => expect(said.lines).toEqual(['a feed was updated {"feed":"feed","entries":2000}']), 10_000);
    await sleep(100);
    expect(server.asked.map(({ headers }) => headers['auth-key'])).toEqual(['key of feed']);
    const { indicators } = await openFeeds(stores.feeds)([{ kind: 'domain', value: 'evil-7.example' }]);
    expect(indicators.size).toBe(1);
    await stop();
    await stores.close();
  });

  it('says in the log and to /health what was refused and what is too old', async () => {
    const stores = await openStores('sqlite::memory:');
    const said = log();
    await stores.feeds.add(definition(`${server.url}/list`));
    server.serve('<html>');
    const update = feedUpdater(stores.feeds, { url: 'sqlite::memory:', headers: () => ({}) });
    const stop = startFeedUpdates(stores.feeds, update, said, { everyMs: 20 });
    await vi.waitFor(() => expect(said.lines).toHaveLength(2), 10_000);
    expect(said.lines[0]).toContain('it is a web page');
    expect(said.lines[1]).toContain('has never been loaded');
    await stop();
    server.serve(domains(3));
    await update((await stores.feeds.get('feed')) as Feed, AbortSignal.timeout(10_000));
    expect(await feedWarnings(stores.feeds)).toEqual([]);
    const later = new Date(Date.now() + 30 * 24 * HOUR);
    expect(await feedWarnings(stores.feeds, later)).toEqual(['The list feed is older than it may be.']);
    const { gaps, asked } = await openFeeds(stores.feeds, { now: () => later })([
      { kind: 'domain', value: 'a.example' },
    ]);
    // Its silence says nothing: it does not count among those that were asked.
    expect(asked).toEqual([]);
    expect(gaps).toEqual([{ what: 'list', why: 'stale', name: 'feed', blinding: false }]);
    await stores.close();
  });

  it('cuts an update off when the bot stops, and the old list stays', async () => {
    const url = `sqlite:${join(folder, 'stopped.db')}`;
    const stores = await openStores(url);
    server.answer((_, response) => void response.writeHead(200).write('evil.example\n'));
    await stores.feeds.add(definition(`${server.url}/slow`));
    const update = feedUpdater(stores.feeds, { url, headers: () => ({}) });
    server.asked.length = 0;
    const stop = startFeedUpdates(stores.feeds, update, log(), { everyMs: 20 });
    await vi.waitFor(() => expect(server.asked).toHaveLength(1), 10_000);
    const started = Date.now();
    await stop();
    expect(Date.now() - started).toBeLessThan(5_000);
    expect((await stores.feeds.get('feed'))?.copy).toBeUndefined();
    await stores.close();
  });
});

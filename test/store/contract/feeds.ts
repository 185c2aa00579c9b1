import { beforeEach, describe, expect, test } from 'vitest';
import type { FeedDefinition, FeedEntry } from '../../../src/store/feed-store.ts';
import type { Stores } from '../../../src/store/stores.ts';
import { type Clock, HOUR } from './given.ts';

const entry = (n: number, more: Partial<FeedEntry> = {}): FeedEntry => ({ hash: n * 1_000_003, more: n, ...more });
const many = (count: number, from = 1): FeedEntry[] => Array.from({ length: count }, (_, n) => entry(from + n));
const feed: FeedDefinition = {
  name: 'one',
  source: 'https://feed.example/list',
  format: 'plain',
  role: 'danger',
  trusted: false,
  everyMs: HOUR,
  maxAgeMs: 24 * HOUR,
};

export function feedsContract(opened: (clock?: Clock) => Promise<Stores>, newClock: () => Clock): void {
  describe('feeds', () => {
    let stores: Stores;
    let clock: Clock;
    beforeEach(async () => {
      clock = newClock();
      stores = await opened(clock);
    });
    const begin = async (name = 'one') => {
      const loading = await stores.feeds.begin(name);
      if (!loading) throw new Error('it is busy');
      return loading;
    };
    const load = async (entries: FeedEntry[], name = 'one') => {
      const loading = await begin(name);
      await loading.put(entries);
      return loading.finish({ etag: '"1"' }, clock.now());
    };
    const found = async (...entries: FeedEntry[]) => [...(await stores.feeds.lookup(entries)).keys()];

    test('are kept as they were said, each name once', async () => {
      const csv: FeedDefinition = { ...feed, name: 'a-csv', format: 'csv', columns: { value: 'url' }, trusted: true };
      expect(await stores.feeds.add(feed)).toBe(true);
      expect(await stores.feeds.add({ ...feed, source: 'https://other.example/' })).toBe(false);
      expect(await stores.feeds.add(csv)).toBe(true);
      const list = await stores.feeds.list();
      expect(list.map(({ name }) => name)).toEqual(['a-csv', 'one']);
      expect(list[0]).toMatchObject(csv);
      expect(await stores.feeds.get('one')).toEqual({
        ...feed,
        addedAt: clock.now(),
        copy: undefined,
        triedAt: undefined,
        failures: 0,
        fault: undefined,
      });
      expect(await stores.feeds.get('none')).toBeUndefined();
    });

    test('answer for what they list, with its note and date, and for nothing else', async () => {
      await stores.feeds.add(feed);
      const listedAt = new Date('2026-01-02T03:04:05Z');
      expect(await load([entry(1, { note: 'kit', listedAt }), entry(1), entry(2)])).toBe(2);
      const hits = await stores.feeds.lookup([
        entry(3),
        entry(1),
        entry(2),
        entry(1),
        { hash: entry(1).hash, more: 9 },
      ]);
      expect([...hits.keys()].sort()).toEqual([1, 2, 3]);
      expect(hits.get(1)).toEqual([{ feed: 'one', note: 'kit', listedAt }]);
      expect(hits.get(2)).toEqual([{ feed: 'one' }]);
      expect(await stores.feeds.lookup([])).toEqual(new Map());
    });

    test('of several names are all told', async () => {
      await stores.feeds.add(feed);
      await stores.feeds.add({ ...feed, name: 'two' });
      await load(many(10));
      await load(many(10, 6), 'two');
      const hits = await stores.feeds.lookup([entry(2), entry(8), entry(12)]);
      expect([...hits.values()].map((list) => list.map((hit) => hit.feed).sort())).toEqual([
        ['one'],
        ['one', 'two'],
        ['two'],
      ]);
    });

    test('hold many entries, and find each of them', async () => {
      await stores.feeds.add(feed);
      expect(await load(many(45_001))).toBe(45_001);
      const asked = many(30_000, 30_001);
      expect((await found(...asked)).length).toBe(15_001);
    });

    test('are replaced whole: until then the old list serves', async () => {
      await stores.feeds.add(feed);
      await load(many(5));
      const loading = await begin();
      await loading.put(many(5, 100));
      expect(await loading.count()).toBe(5);
      expect(await found(entry(1), entry(101))).toEqual([0]);
      await loading.finish({}, clock.now());
      expect(await found(entry(1), entry(101))).toEqual([1]);
    });

    test('that could not be updated keep their list, and say why', async () => {
      await stores.feeds.add(feed);
      await load(many(5));
      clock.advance(HOUR);
      const loading = await begin();
      await loading.put(many(5, 100));
      await loading.fail('it is a web page');
      expect(await stores.feeds.get('one')).toMatchObject({
        fault: 'it is a web page',
        failures: 1,
        triedAt: clock.now(),
        copy: { entries: 5, etag: '"1"' },
      });
      expect(await found(entry(1), entry(101))).toEqual([0]);
    });

    test('whose source has nothing new are fresh again', async () => {
      await stores.feeds.add(feed);
      await load(many(5));
      clock.advance(10 * HOUR);
      await (await begin()).unchanged(clock.now());
      expect((await stores.feeds.get('one'))?.copy).toMatchObject({ entries: 5, freshAt: clock.now() });
      expect(await found(entry(1))).toEqual([0]);
    });

    test('are updated by one process at a time; one that died gives way after a while', async () => {
      await stores.feeds.add(feed);
      await load(many(5));
      await (await begin()).put(many(3, 50));
      expect(await stores.feeds.begin('one')).toBeUndefined();
      expect(await stores.feeds.get('one')).toMatchObject({ failures: 1, fault: undefined });
      clock.advance(HOUR);
      expect(await load(many(2, 200))).toBe(2);
      expect(await stores.feeds.get('one')).toMatchObject({ failures: 0 });
      expect(await found(entry(1), entry(50), entry(200))).toEqual([2]);
    });

    test('taken over by another process are not put in force by the first', async () => {
      await stores.feeds.add(feed);
      await load(many(5));
      const slow = await begin();
      await slow.put(many(3, 50));
      clock.advance(HOUR);
      expect(await load(many(2, 200))).toBe(2);
      expect(await slow.finish({}, clock.now())).toBeUndefined();
      expect(await found(entry(50), entry(200))).toEqual([1]);
      await (await begin()).unchanged(clock.now());
    });

    test('that are taken off say nothing any more, also when they were being updated', async () => {
      await stores.feeds.add(feed);
      await load(many(5));
      const loading = await begin();
      await loading.put(many(5, 100));
      expect(await stores.feeds.remove('one')).toBe(true);
      expect(await stores.feeds.remove('one')).toBe(false);
      expect(await found(entry(1))).toEqual([]);
      expect(await loading.finish({}, clock.now())).toBeUndefined();
      expect(await found(entry(1), entry(101))).toEqual([]);
      expect(await stores.feeds.begin('one')).toBeUndefined();
    });
  });
}

import { describe, expect, it, vi } from 'vitest';
import { openFeeds } from '../../../src/intel/feeds/ask-feeds.ts';
import { DEFAULTS } from '../../../src/intel/feeds/presets.ts';
import { DAY, HOUR } from '../../../src/intel/provider.ts';
import type { Observable } from '../../../src/model.ts';
import type { Feed, FeedHit, FeedStore } from '../../../src/store/feed-store.ts';

const NOW = new Date('2026-11-25T12:00:00Z');
const feed = (name: string, ageMs: number | undefined, parts: Partial<Feed> = {}): Feed => {
  const at = new Date(NOW.getTime() - (ageMs ?? 0));
  const copy = ageMs === undefined ? {} : { copy: { entries: 1, loadedAt: at, freshAt: at } };
  return { ...DEFAULTS, name, source: '/list', format: 'plain', addedAt: at, failures: 0, ...copy, ...parts };
};

function asking(feeds: Feed[], hit?: FeedHit) {
  const store = {
    list: vi.fn(async () => feeds),
    lookup: vi.fn(async () => new Map<number, FeedHit[]>(hit ? [[0, [hit]]] : [])),
  };
  return { store, ask: openFeeds(store as Partial<FeedStore> as FeedStore, { now: () => NOW }) };
}
const links = (count: number): Observable[] =>
  Array.from({ length: count }, (_, at) => ({ kind: 'url', value: `https://evil-${at}.example/a/b?c=${at}` }));

describe('asking the lists', () => {
  it('is one query a report, however many links it has', async () => {
    const { store, ask } = asking([feed('a', HOUR), feed('b', HOUR)]);
    await ask(links(40));
    expect(store.lookup).toHaveBeenCalledTimes(1);
    expect(store.list).toHaveBeenCalledTimes(1);
  });

  it('costs no query where there is no list, or nothing to ask', async () => {
    const none = asking([]);
    await none.ask(links(3));
    const nothing = asking([feed('a', HOUR)]);
    await nothing.ask([]);
    expect(none.store.lookup).not.toHaveBeenCalled();
    expect(nothing.store.lookup).not.toHaveBeenCalled();
  });

  it('counts as asked only lists of dangers whose silence says something', async () => {
    const { ask } = asking([
      feed('fresh', HOUR),
      feed('old', 5 * DAY),
      feed('never', undefined),
      feed('mistakes', HOUR, { role: 'warning' }),
    ]);
    const { asked, gaps } = await ask(links(1));
    expect(asked).toEqual(['fresh']);
    expect(gaps.map(({ name, why, blinding }) => [name, why, blinding])).toEqual([
      ['old', 'stale', false],
      ['never', 'missing', false],
    ]);
  });

  it('still says what a list that is too old names', async () => {
    const [link] = links(1) as [Observable];
    const { ask } = asking([feed('old', 5 * DAY)], { feed: 'old', note: 'kit' });
    expect((await ask([link])).indicators.get(link)).toMatchObject([{ feed: 'old', note: 'kit' }]);
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import type { Observable } from '../../../src/model.ts';
import type { Stores } from '../../../src/store/stores.ts';
import { type Clock, HOUR, SECOND } from './given.ts';

export function indicatorsContract(opened: (clock?: Clock) => Promise<Stores>, newClock: () => Clock): void {
  describe('indicators', () => {
    let stores: Stores;
    let clock: Clock;
    beforeEach(async () => {
      clock = newClock();
      stores = await opened(clock);
    });
    const evil: Observable = { kind: 'domain', value: 'evil.example' };
    const bad: Observable = { kind: 'url', value: 'https://bad.example/login' };

    test('are found by kind and value, for the observable that was asked about', async () => {
      await stores.indicators.listFromCase('T1', 'C-1', [evil, bad], 'phishing');
      const asked: Observable[] = [
        { ...evil },
        { kind: 'address', value: 'evil.example' },
        { ...bad },
        { kind: 'url', value: 'https://bad.example/' },
        { ...evil },
      ];
      const found = await stores.indicators.find('T1', asked);
      expect([...found.keys()]).toEqual([asked[0], asked[2], asked[4]]);
      expect(found.get(asked[0] as Observable)).toEqual([
        {
          feed: 'own',
          kind: 'domain',
          matched: 'evil.example',
          listedAt: clock.now().toISOString(),
          note: 'phishing',
        },
      ]);
      expect(found.has(asked[4] as Observable)).toBe(true);
    });

    test('of one workspace say nothing to another', async () => {
      await stores.indicators.listFromCase('T1', 'C-1', [evil], 'phishing');
      expect(await stores.indicators.find('T2', [evil])).toEqual(new Map());
      // The command line belongs to no workspace and asks about all.
      await stores.indicators.listFromCase('T2', 'C-2', [bad], 'fraud');
      expect([...(await stores.indicators.find(null, [evil, bad])).keys()]).toEqual([evil, bad]);
    });

    test('are found among two thousand observables', async () => {
      const many = Array.from({ length: 2_000 }, (_, n): Observable => ({ kind: 'domain', value: `d${n}.example` }));
      const listed = many.filter((_, n) => n % 499 === 0);
      await stores.indicators.listFromCase('T1', 'C-1', listed, 'spam');
      expect([...(await stores.indicators.find('T1', many)).keys()]).toEqual(listed);
      expect(await stores.indicators.find('T1', [])).toEqual(new Map());
    });

    test('go when their case takes them off, unless another case lists them too', async () => {
      await stores.indicators.listFromCase('T1', 'C-1', [evil, bad], 'first');
      clock.advance(SECOND);
      await stores.indicators.listFromCase('T1', 'C-2', [evil, evil], 'second');
      expect((await stores.indicators.find('T1', [evil])).get(evil)).toMatchObject([{ note: 'first' }]);
      await stores.indicators.listFromCase('T1', 'C-1', [], '');
      const found = await stores.indicators.find('T1', [evil, bad]);
      expect(found.get(evil)).toMatchObject([{ note: 'second' }]);
      expect(found.has(bad)).toBe(false);
      await stores.indicators.listFromCase('T1', 'C-2', [], '');
      expect(await stores.indicators.find('T1', [evil])).toEqual(new Map());
    });
  });
}

export function cacheContract(opened: (clock?: Clock) => Promise<Stores>, newClock: () => Clock): void {
  describe('the cache', () => {
    let stores: Stores;
    let clock: Clock;
    beforeEach(async () => {
      // Keyv reads the real clock beside ours, so ours starts there.
      clock = newClock();
      clock.advance(Date.now() - clock.now().getTime());
      stores = await opened(clock);
    });

    test('gives back values of any shape, and the newest of them', async () => {
      const cache = stores.cache('opinions');
      expect(await cache.get('a')).toBeUndefined();
      await cache.set('a', { level: 'harmless', list: [1, null] });
      expect(await cache.get('a')).toEqual({ level: 'harmless', list: [1, null] });
      await cache.set('a', 'newer');
      expect(await cache.get('a')).toBe('newer');
      expect(await cache.has('a')).toBe(true);
      expect(await cache.delete('a')).toBe(true);
      expect(await cache.get('a')).toBeUndefined();
    });

    test('forgets what has expired, and a purge removes it', async () => {
      const cache = stores.cache('opinions');
      await cache.set('short', 1, HOUR);
      await cache.set('long', 2, 3 * HOUR);
      await cache.set('for good', 3);
      clock.advance(2 * HOUR);
      expect(await cache.get('short')).toBeUndefined();
      expect(await cache.get('long')).toBe(2);
      await stores.purge(new Date(0));
      clock.advance(-2 * HOUR);
      expect(await cache.get('short')).toBeUndefined();
      expect(await cache.get('long')).toBe(2);
      expect(await cache.get('for good')).toBe(3);
    });

    test('keeps names apart, also when one is cleared', async () => {
      const [one, other] = [stores.cache('one'), stores.cache('one-more')];
      for (let n = 0; n < 1_100; n += 1) await one.set(`k${n}`, n);
      await other.set('k1', 'other');
      expect(await one.get('k1')).toBe(1);
      await one.clear();
      expect(await one.get('k1')).toBeUndefined();
      expect(await one.get('k999')).toBeUndefined();
      expect(await stores.cache('one-more').get('k1')).toBe('other');
    });

    test.each(['', 'one::more', 'One'])('has no namespace %j: it could reach into another', (namespace) => {
      expect(() => stores.cache(namespace)).toThrow('name');
    });

    test('can be walked', async () => {
      const cache = stores.cache('walk');
      await cache.set('a', 1);
      await cache.set('b', 2);
      await stores.cache('elsewhere').set('c', 3);
      const seen = [];
      for await (const entry of cache.iterator?.() ?? []) seen.push(entry);
      expect(seen).toEqual([
        ['a', 1],
        ['b', 2],
      ]);
    });
  });

  test('a key is new once, also when it is asked for twenty times at the same moment', async () => {
    const stores = await opened();
    const answers = await Promise.all(Array.from({ length: 20 }, () => stores.once('hint:U1')));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await stores.once('hint:U1')).toBe(false);
    expect(await stores.once('hint:U2')).toBe(true);
  });
}

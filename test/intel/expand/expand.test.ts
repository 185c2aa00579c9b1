import { Keyv } from 'keyv';
import { describe, expect, it } from 'vitest';
import { type ExpanderOptions, openExpander, type Reach } from '../../../src/intel/expand/expand.ts';
import type { Evidence, Link } from '../../../src/model.ts';
import { evidence, knowledge, link, message } from '../../helpers/evidence.ts';
import { openWorld, page, redirect, type World } from './world.ts';

const NOW = new Date('2026-02-03T04:05:06Z');

function opened(world: World, parts: Partial<ExpanderOptions> = {}) {
  const known = knowledge();
  const expander = openExpander({
    lookup: world.lookup,
    dial: world.dial,
    knowledge: { ...known, lists: { ...known.lists, shorteners: new Set(['s.test', 's2.test']) } },
    cache: new Keyv(),
    now: () => NOW,
    ...parts,
  });
  return (links: (string | Link)[], reach: Reach = 'shorteners', more: Partial<Evidence> = {}) =>
    expander.expand(
      evidence({
        messages: [message()],
        links: links.map((one) => (typeof one === 'string' ? link(one) : one)),
        ...more,
      }),
      reach,
    );
}

describe('of its own accord', () => {
  it('asks shorteners, and learns where they lead without going there', async () => {
    const world = await openWorld({
      's.test': redirect('http://s2.test/b'),
      's2.test': redirect('https://evil.test/login'),
    });
    const found = await opened(world)(['http://s.test/a', 'https://other.test/x']);
    expect(world.requests).toEqual(['HEAD http://s.test/a', 'HEAD http://s2.test/b']);
    expect(world.asked).not.toContain('evil.test');
    expect(found.links).toMatchObject([
      {
        id: 'l-http://s.test/a-to2',
        message: 'm1',
        source: 'redirect',
        url: 'https://evil.test/login',
        parts: { domain: 'evil.test' },
        chain: ['http://s.test/a', 'http://s2.test/b'],
      },
    ]);
    expect(found.observables).toEqual([
      { kind: 'url', value: 'http://s2.test/b' },
      { kind: 'domain', value: 's2.test' },
      { kind: 'url', value: 'https://evil.test/login' },
      { kind: 'domain', value: 'evil.test' },
    ]);
    expect(found.receipts).toEqual([
      {
        provider: 'Following links',
        asked: 'http://s.test/a',
        at: NOW.toISOString(),
        outcome: 'known',
        answer: 'leads to http://s2.test/b',
      },
      {
        provider: 'Following links',
        asked: 'http://s2.test/b',
        at: NOW.toISOString(),
        outcome: 'known',
        answer: 'leads to https://evil.test/login',
      },
    ]);
    expect([found.gaps, found.left]).toEqual([[], []]);
  });

  it('asks nobody where there is no short link, and not for a shortener’s front page', async () => {
    const world = await openWorld({ 's.test': page('x') });
    const found = await opened(world)([
      'https://other.test/x',
      'http://s.test/',
      link('http://s.test/i', { source: 'image' }),
    ]);
    expect(found).toEqual({ links: [], observables: [], gaps: [], receipts: [], asked: [], left: [] });
    expect([world.requests, world.asked]).toEqual([[], []]);
  });

  it('does not ask again what was followed before', async () => {
    const world = await openWorld({ 's.test': redirect('https://evil.test/') });
    const before = link('https://evil.test/', { chain: ['http://s.test/a'] });
    await opened(world)(['http://s.test/a', before]);
    expect(world.requests).toEqual([]);
  });

  it('asks once for copies, at the same moment and later', async () => {
    const world = await openWorld({ 's.test': redirect('https://evil.test/') });
    const run = opened(world);
    const both = await Promise.all([run(['http://s.test/a']), run(['http://s.test/a'])]);
    const later = await run(['http://s.test/a']);
    expect(world.requests).toEqual(['HEAD http://s.test/a']);
    for (const { links } of [...both, later]) expect(links).toHaveLength(1);
  });

  it('does not keep a failure', async () => {
    let down = true;
    const world = await openWorld({
      's.test': (request, response) => {
        if (down) response.destroy();
        else redirect('https://evil.test/')(request, response);
      },
    });
    const run = opened(world);
    const found = await run(['http://s.test/a']);
    expect(found.gaps).toEqual([{ what: 'link', why: 'error', name: 's.test', blinding: false }]);
    expect(found.receipts).toMatchObject([{ outcome: 'failed' }]);
    down = false;
    expect((await run(['http://s.test/a'])).links).toHaveLength(1);
  });

  it('has time for all links together', async () => {
    const world = await openWorld({ 's.test': () => {}, 's2.test': () => {} });
    const started = performance.now();
    const found = await opened(world, { budgetMs: 150 })(['http://s.test/a', 'http://s.test/b', 'http://s2.test/c']);
    expect(performance.now() - started).toBeLessThan(1_500);
    expect(found.gaps.map(({ why }) => why)).toEqual(['timeout', 'timeout', 'timeout']);
  });

  it('opens five links of a report, those that were reported first', async () => {
    const world = await openWorld({ 's.test': redirect('https://evil.test/') });
    const many = Array.from({ length: 7 }, (_, at) => `http://s.test/n${at}`);
    const found = await opened(world)([...many, link('http://s.test/reported', { source: 'reported' })]);
    expect(world.requests).toHaveLength(5);
    expect(world.requests[0]).toBe('HEAD http://s.test/reported');
    expect(found.left).toHaveLength(3);
  });

  it('asks a host so many times a minute, its subdomains together', async () => {
    const world = await openWorld(
      { 'a.s.test': redirect('https://evil.test/'), 'b.s.test': redirect('https://evil.test/') },
      {},
    );
    const run = opened(world, { perMinute: 2 });
    await run(['http://a.s.test/1', 'http://b.s.test/2']);
    const found = await run(['http://a.s.test/3']);
    expect(world.requests).toHaveLength(2);
    expect(found.gaps).toMatchObject([{ why: 'too-many' }]);
    expect(found.receipts).toMatchObject([{ outcome: 'not-asked' }]);
  });
});

it('a fault of ours costs the link, and is told', async () => {
  const world = await openWorld({ 's.test': page('x') });
  const cache = new Keyv();
  cache.get = async () => {
    throw new TypeError('ours');
  };
  await expect(opened(world, { cache })(['http://s.test/a'])).rejects.toThrow('ours');
  const bugs: unknown[] = [];
  const found = await opened(world, { cache, onBug: (error) => void bugs.push(error) })(['http://s.test/a']);
  expect(bugs).toHaveLength(1);
  expect(found).toMatchObject({ gaps: [{ why: 'error' }], asked: [{ note: 'it could not be asked' }] });
});

it('considers so many links, however many there are', async () => {
  const world = await openWorld({});
  const long = `${'a.'.repeat(2_000)}x@y.test/`;
  const many = Array.from({ length: 900 }, (_, at) => `http://s.test/${at}/${long}`);
  const started = performance.now();
  expect((await opened(world)(many)).left).toHaveLength(50);
  expect(performance.now() - started).toBeLessThan(2_000);
  expect(world.requests).toEqual([]);
});

describe('by a press', () => {
  it('follows every stranger’s link to its end', async () => {
    const world = await openWorld({ 'evil.test': redirect('http://worse.test/login'), 'worse.test': page('<p>x') });
    const found = await opened(world)(['http://evil.test/go'], 'all');
    expect(found.links).toMatchObject([{ url: 'http://worse.test/login' }]);
    expect(world.requests).toEqual([
      'HEAD http://evil.test/go',
      'HEAD http://worse.test/login',
      'GET http://worse.test/login',
    ]);
    expect(found.receipts.at(-1)).toMatchObject({ outcome: 'unknown', answer: 'leads no further (200)' });
  });

  it('never opens links that act or tell of a person, on any hop, and says so', async () => {
    const world = await openWorld({
      'evil.test': redirect('http://worse.test/t/9f8a7b6c5d4e'),
      'worse.test': page('x'),
      'news.test': page('x'),
    });
    const found = await opened(world)(
      [
        'http://evil.test/go',
        link('http://news.test/out', { shown: 'Unsubscribe' }),
        'http://news.test/reset-password?x=1',
        'http://news.test/x?e=aisha@hospital.example',
      ],
      'all',
    );
    expect(world.requests).toEqual(['HEAD http://evil.test/go']);
    expect(found.links).toMatchObject([{ url: 'http://worse.test/t/9f8a7b6c5d4e' }]);
    expect(found.left.map(({ why }) => why)).toEqual([
      'it ends a subscription',
      'it may work only once, or for one person',
      'it may work only once, or for one person',
    ]);
  });

  it('is stopped by the words on any of several copies of a link', async () => {
    const world = await openWorld({ 'news.test': page('x') });
    const links = [link('http://news.test/out'), link('http://news.test/out', { id: 'l2', shown: 'Abmelden' })];
    expect((await opened(world)(links, 'all')).left).toHaveLength(1);
    expect(world.requests).toEqual([]);
  });

  it('leaves our own sites and well-known ones', async () => {
    const world = await openWorld({ 'evil.test': redirect('http://portal.hospital.example/x') });
    const known = knowledge();
    const organisation = { ...known.organisation, domains: ['hospital.example'] };
    const run = opened(world, { knowledge: { ...known, organisation } });
    const found = await run(['http://rota.hospital.example/', 'http://192.168.1.1/x', 'http://evil.test/go'], 'all');
    expect(world.requests).toEqual(['HEAD http://evil.test/go']);
    expect(found.links).toMatchObject([{ url: 'http://portal.hospital.example/x' }]);
  });

  it('brings an odd end to light', async () => {
    const world = await openWorld({ 'evil.test': redirect('search-ms:query=x&crumb=location:\\\\evil.test') });
    const found = await opened(world)(['http://evil.test/go'], 'all');
    expect(found.links).toMatchObject([{ parts: { scheme: 'search-ms' } }]);
  });
});

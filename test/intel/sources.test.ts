import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/explain.ts';
import { DEFAULTS } from '../../src/intel/feeds/presets.ts';
import { DAY, HOUR, MINUTE } from '../../src/intel/provider.ts';
import type { ServiceState } from '../../src/intel/services.ts';
import { ageText, listSources } from '../../src/intel/sources.ts';
import type { Feed } from '../../src/store/feed-store.ts';

const NOW = new Date('2026-11-25T12:00:00Z');
const ago = (ms: number): Date => new Date(NOW.getTime() - ms);

const feed = (name: string, ageMs: number | undefined, parts: Partial<Feed> = {}): Feed => ({
  ...DEFAULTS,
  name,
  source: 'https://feed.example/list',
  format: 'plain',
  addedAt: ago(30 * DAY),
  failures: 0,
  ...(ageMs !== undefined && { copy: { entries: 12_345, loadedAt: ago(ageMs), freshAt: ago(ageMs) } }),
  ...parts,
});
const service = (name: string, parts: Partial<ServiceState> = {}): ServiceState => ({
  name,
  about: 'hosts',
  day: '2026-11-25',
  asked: 0,
  failed: 0,
  quota: { calls: 4, perMs: MINUTE },
  left: 4,
  resting: false,
  ...parts,
});
async function table(feeds: Feed[], services: ServiceState[], live = true): Promise<string[]> {
  const all = await listSources({ list: async () => feeds }, { states: async () => services }, { live, now: NOW });
  return all.map(
    ({ name, trouble, says }) => `${trouble ? '! ' : ''}${name}: ${textOf(says, (value) => `<${value}>`)}`,
  );
}

describe('the table of sources and ages', () => {
  it('says of a list how many entries it has, and its age against the age that is allowed', async () => {
    expect(await table([feed('openphish', 40 * MINUTE)], [])).toEqual([
      'openphish: 12,345 entries, 40 min old, allowed 3 days.',
    ]);
    expect(await table([feed('top', HOUR, { role: 'warning' }), feed('ours', HOUR, { trusted: true })], [])).toEqual([
      'top: 12,345 entries, 1 h old, allowed 3 days, of what others list by mistake.',
      'ours: 12,345 entries, 1 h old, allowed 3 days, believed by itself.',
    ]);
  });

  it('puts what is in trouble first, and says why', async () => {
    const failing = { fault: 'it is a web page', triedAt: ago(5 * MINUTE) };
    expect(
      await table([feed('a', HOUR), feed('b', 5 * DAY), feed('c', undefined, failing), feed('d', HOUR, failing)], []),
    ).toEqual([
      '! b: out of date: 12,345 entries, 5 days old, allowed 3 days.',
      '! c: never loaded. The last update (5 min ago) failed: <it is a web page>',
      '! d: 12,345 entries, 1 h old, allowed 3 days. The last update (5 min ago) failed: <it is a web page>',
      'a: 12,345 entries, 1 h old, allowed 3 days.',
    ]);
  });

  it('says of a service what was asked today, what its quota leaves, and when it last answered', async () => {
    const answeredAt = ago(2 * MINUTE).toISOString();
    expect(
      await table([], [service('VirusTotal', { asked: 12, failed: 1, left: 3, answeredAt }), service('urlscan')]),
    ).toEqual([
      'VirusTotal: hosts; asked 12 times today, 1 of them without an answer, 3 left of 4 a minute, last answer 2 min ago.',
      'urlscan: hosts; not asked today, 4 left of 4 a minute, no answer yet.',
    ]);
  });

  it('counts a quota of the day over restarts, and shows that of a minute only where it is known', async () => {
    const daily = service('AbuseIPDB', { asked: 40, left: 1_000, quota: { calls: 1_000, perMs: DAY } });
    expect(await table([], [daily, service('urlscan')], false)).toEqual([
      'AbuseIPDB: hosts; asked 40 times today, 960 left of 1,000 a day, no answer yet.',
      'urlscan: hosts; not asked today, at most 4 a minute, no answer yet.',
    ]);
  });

  it('tells a service that fails, one that rests, one without quota, and one that has come back', async () => {
    const fault = { at: ago(3 * MINUTE).toISOString(), text: 'it answers 503' };
    const [failing, resting, spent, back] = await table(
      [],
      [
        service('A', { fault }),
        service('B', { fault, resting: true }),
        service('C', { left: 0 }),
        service('D', { fault, answeredAt: ago(MINUTE).toISOString() }),
      ],
    );
    expect(failing).toMatch(/^! A: .* Last failure \(3 min ago\): <it answers 503>$/);
    expect(resting).toMatch(/^! B: .*left alone for a moment\. Last failure/);
    expect(spent).toMatch(/^! C: .*0 left of 4 a minute/);
    expect(back).toMatch(/^D: .*last answer 1 min ago\.$/);
  });
});

it.each([
  [-5, '0 min'],
  [59 * MINUTE, '59 min'],
  [90 * MINUTE, '2 h'],
  [47 * HOUR, '47 h'],
  [3 * DAY, '3 days'],
])('%d ms are %s', (ms, text) => {
  expect(ageText(ms)).toBe(text);
});

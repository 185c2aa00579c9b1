import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../../src/cli/doctor/diagnosis.ts';
import { examineDns, examineServices, settingOf } from '../../../src/cli/doctor/services.ts';
import { settingsOf } from '../../../src/config/services.ts';
import { type Config, readConfig } from '../../../src/config.ts';
import { MOVABLE, openProviders } from '../../../src/intel/providers.ts';
import { allOf } from '../../helpers/all-of.ts';
import { type Behaviour, nameServer, type Received, standIn } from '../../helpers/service.ts';

const folder = mkdtempSync(join(tmpdir(), 'lurecheck-doctor-'));
afterAll(() => rmSync(folder, { recursive: true }));

const KEY = 'key-of-a-service';
const NAMES = [
  'MISP',
  'OpenCTI',
  'Ours',
  'Google Safe Browsing',
  'VirusTotal',
  'URLhaus',
  'MalwareBazaar',
  'PhishTank',
  'urlscan',
  'AbuseIPDB',
  'Spamhaus DBL',
  'SURBL',
  'URIBL',
  'RDAP',
  'Cert Spotter',
];

/** Every service, at stand-ins. */
function everything(url: string, dns: string): Config {
  const ours = [{ name: 'Ours', url: `${url}/ours?q={value}`, kinds: ['url'], level: 'level' }];
  writeFileSync(join(folder, 'services.json'), JSON.stringify(ours));
  return readConfig({
    SAFE_BROWSING_API_KEY: KEY,
    VIRUSTOTAL_API_KEY: KEY,
    URLSCAN_API_KEY: KEY,
    ABUSE_CH_AUTH_KEY: KEY,
    PHISHTANK_APP_KEY: KEY,
    ABUSEIPDB_API_KEY: KEY,
    DNS_LISTS: 'spamhaus-dbl,surbl,uribl',
    DNS_SERVERS: dns,
    RDAP: 'on',
    CERT_SPOTTER_KEY: KEY,
    MISP_URL: `${url}/misp`,
    MISP_KEY: KEY,
    OPENCTI_URL: `${url}/opencti`,
    OPENCTI_TOKEN: KEY,
    JSON_SERVICES: join(folder, 'services.json'),
    SERVICE_URLS: MOVABLE.map((name) => `${name}=${url}/${name}`).join(','),
  });
}

/** What each of them answers to a harmless question, as its documents say. */
function wellBehaved({ path }: Received): Behaviour {
  const answers: [RegExp, unknown][] = [
    [/^\/misp/, { response: { Attribute: [] } }],
    [/^\/opencti/, { data: { stixCyberObservables: { edges: [] } } }],
    [/^\/ours/, { level: 'none' }],
    [/^\/safe-browsing/, { cacheDuration: '300s' }],
    [/^\/virustotal/, { data: { attributes: { last_analysis_stats: { harmless: 60, undetected: 30 } } } }],
    [/^\/urlhaus/, { query_status: 'no_results' }],
    [/^\/malware-bazaar/, { query_status: 'hash_not_found' }],
    [/^\/phishtank/, { results: { in_database: false } }],
    [/^\/urlscan/, { scope: 'user', limits: { search: { day: { limit: 1000, remaining: 940, used: 60 } } } }],
    [/^\/cert-spotter/, [{ not_before: '2026-01-15T00:00:00Z' }]],
    [/^\/abuseipdb/, { data: { abuseConfidenceScore: 0, totalReports: 0, isWhitelisted: null } }],
    [
      /^\/rdap/,
      { ldhName: 'EXAMPLE.COM', events: [{ eventAction: 'registration', eventDate: '1995-08-14T04:00:00Z' }] },
    ],
  ];
  return { json: answers.find(([pattern]) => pattern.test(path))?.[1] };
}
const TEST_POINTS: Record<string, string> = {
  'dbltest.com.dbl.spamhaus.org': '127.0.1.2',
  'test.surbl.org.multi.surbl.org': '127.0.0.254',
  'test.uribl.com.multi.uribl.com': '127.0.0.14',
};

async function examine(
  behave: (request: Received) => Behaviour,
  resolve: (name: string) => string[] | number = (name) => (TEST_POINTS[name] ? [TEST_POINTS[name]] : 3),
) {
  const service = await standIn(behave);
  const names = await nameServer(resolve);
  const found = await allOf(examineServices(everything(service.url, names.address)));
  return { found, received: service.received, asked: names.asked };
}
const states = (found: Diagnosis[]): string[] => found.map(({ what, state }) => `${what} ${state}`);

describe('the doctor, on services', () => {
  it('makes one harmless call of each, and says that they answer', async () => {
    const { found, received, asked } = await examine(wellBehaved);
    expect(states(found)).toEqual(NAMES.map((name) => `${name} ok`));
    expect(received).toHaveLength(12);
    expect(asked.sort()).toEqual(Object.keys(TEST_POINTS).sort());
    const left = received.map(({ path, query, body }) => decodeURIComponent(`${path}?${query} ${body}`)).join('\n');
    // Nothing but reserved names, the scanners' own test file and this machine.
    expect(left).not.toMatch(/\b(?!example\.com\b)[a-z0-9-]+\.(?:com|org|net|io|test)\b/);
    expect(found.find(({ what }) => what === 'urlscan')?.says).toBe('940 of 1000 searches left today');
  });

  it('says of each how to mend a key that is not accepted, and shows no key', async () => {
    const { found } = await examine(() => ({ status: 401, json: {} }));
    const refused = found.filter(({ what }) => !/DBL|BL$/.test(what));
    expect(states(refused)).toEqual(refused.map(({ what }) => `${what} fail`));
    for (const { what, mend } of refused) expect(mend).toContain(settingOf(what));
    expect(JSON.stringify(found)).not.toContain(KEY);
  });

  it('takes what Google says of an unknown key for a refusal', async () => {
    const { found } = await examine((request) =>
      request.path.startsWith('/safe-browsing') ? { status: 400, json: { error: {} } } : wellBehaved(request),
    );
    expect(found.filter(({ state }) => state !== 'ok')).toMatchObject([
      { what: 'Google Safe Browsing', state: 'fail', says: 'the key is not accepted (400)' },
    ]);
  });

  it('takes a quota by address for a key that urlscan does not know', async () => {
    const day = { limit: 1, remaining: 1 };
    const { found } = await examine((request) =>
      request.path.startsWith('/urlscan')
        ? { json: { scope: 'ip-address', limits: { search: { day } } } }
        : wellBehaved(request),
    );
    expect(found.filter(({ state }) => state !== 'ok')).toMatchObject([{ what: 'urlscan', state: 'fail' }]);
  });

  it.each<[string, Behaviour, Diagnosis['state'], RegExp]>([
    ['a quota that is used up', { status: 429, json: {} }, 'warn', /wait until it is renewed/],
    ['a line that drops', 'drop', 'fail', /may reach it \(VIRUSTOTAL_API_KEY\)/],
    ['the page of a proxy', { text: '<title>Log in</title>' }, 'fail', /whether a proxy answers in its place/],
  ])('tells of %s', async (_, behaviour, state, mend) => {
    const { found } = await examine((request) =>
      request.path.startsWith('/virustotal') ? behaviour : wellBehaved(request),
    );
    expect(found.filter((one) => one.state !== 'ok')).toEqual([
      expect.objectContaining({ what: 'VirusTotal', state, mend: expect.stringMatching(mend) }),
    ]);
  });

  it.each<[string, (name: string) => string[] | number]>([
    ['a resolver that the lists refuse', (name) => [name.includes('spamhaus') ? '127.255.255.254' : '127.0.0.1']],
    ['a resolver that keeps their answers back', () => 3],
    ['a provider that answers in their place', () => ['203.0.113.9']],
  ])('finds %s', async (_, resolve) => {
    const { found } = await examine(wellBehaved, resolve);
    expect(found.filter(({ state }) => state !== 'ok')).toEqual(
      ['Spamhaus DBL', 'SURBL', 'URIBL'].map((what) =>
        expect.objectContaining({ what, state: 'fail', mend: expect.stringContaining('DNS_SERVERS') }),
      ),
    );
  });

  it('knows the variable of each service', async () => {
    const providers = openProviders(settingsOf(everything('http://127.0.0.1:9', '127.0.0.1')), () => new Map());
    const unnamed = providers.filter(({ name }) => settingOf(name) === 'JSON_SERVICES').map(({ name }) => name);
    expect(unnamed).toEqual(['Ours']);
  });

  it('asks nobody where nobody is set up', async () => {
    expect(await allOf(examineServices(readConfig({})))).toMatchObject([{ what: 'services', state: 'ok' }]);
  });

  it('names a faulty file of JSON_SERVICES', async () => {
    writeFileSync(join(folder, 'broken.json'), '[{}]');
    const config = readConfig({ JSON_SERVICES: join(folder, 'broken.json') });
    expect(await allOf(examineServices(config))).toMatchObject([{ what: 'JSON_SERVICES', state: 'fail' }]);
  });
});

describe('the doctor, on the DNS', () => {
  it.each([
    ['an answer', async () => ['v=spf1 -all'], 'ok'],
    [
      'no such record, which is an answer',
      async () => Promise.reject(Object.assign(new Error(), { code: 'ENODATA' })),
      'ok',
    ],
    [
      'a network of its own, without names outside',
      async () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' })),
      'fail',
    ],
    ['silence', async () => Promise.reject(Object.assign(new Error(), { code: 'ETIMEOUT' })), 'fail'],
  ] as const)('judges %s', async (_, lookup, state) => {
    expect(await examineDns(lookup as Parameters<typeof examineDns>[0])).toMatchObject({ state });
  });
});

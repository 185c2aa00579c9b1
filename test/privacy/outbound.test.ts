import { spawnSync } from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Keyv } from 'keyv';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { type Assessor, assess } from '../../src/assess.ts';
import { CHECKS } from '../../src/checks/index.ts';
import { settingsOf } from '../../src/config/services.ts';
import { organisationOf, readConfig } from '../../src/config.ts';
import { loadLists, loadScoring } from '../../src/data/load.ts';
import { openDns } from '../../src/intel/dns.ts';
import { openExpander } from '../../src/intel/expand/expand.ts';
import { openGather } from '../../src/intel/gather.ts';
import { MOVABLE, openProviders } from '../../src/intel/providers.ts';
import { openServices } from '../../src/intel/services.ts';
import { mergeEvidence, readSpecimen } from '../../src/parse/read.ts';
import { nameServer, standIn } from '../helpers/service.ts';
import { AISHA, answerTo, openWorkspace, REPORTS, words } from '../helpers/workspace.ts';
import { openWorld, redirect } from '../intel/expand/world.ts';

/** Every piece of it that tells of a person, or of what was written to that person. */
const PRIVATE = [
  'aisha.khan@hospital.example',
  'aisha.khan%40hospital',
  'aisha',
  'Khan',
  'Lin Wu',
  'lin.wu',
  Buffer.from('aisha.khan@hospital.example').toString('base64url'),
  'hospital.example',
  'portal.hospital',
  '9f8a7b6c5d4e',
  '3f2504e0-4f89-11d3',
  'biopsy',
  'Password expires',
  'invoice 4711',
];
const LURE = [
  'From: "PayPal Service" <service@paypa1-secure.test>',
  'Reply-To: collect@inbox.test',
  'To: "Aisha Khan" <aisha.khan@hospital.example>',
  'Cc: Lin Wu <lin.wu@hospital.example>',
  'Subject: Password expires: biopsy result and invoice 4711',
  'Date: Mon, 2 Feb 2026 10:00:00 +0000',
  'Message-ID: <1@paypa1-secure.test>',
  'MIME-Version: 1.0',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Dear Aisha Khan, your biopsy result waits. Verify your account immediately.</p>',
  '<a href="https://parcel-fee.test/login/start">A</a>',
  '<a href="https://parcel-fee.test/t/9f8a7b6c5d4e">B</a>',
  '<a href="https://other-fee.test/login?user=aisha.khan@hospital.example#aisha.khan">C</a>',
  `<a href="https://third-fee.test/u/${Buffer.from('aisha.khan@hospital.example').toString('base64url')}">D</a>`,
  '<a href="https://aisha-khan.fourth-fee.test/x">E</a>',
  '<a href="https://fifth-fee.test/3f2504e0-4f89-11d3-9a0c-0305e82c3301/go">F</a>',
  '<a href="https://portal.hospital.example/rota">G</a>',
  '<a href="http://192.168.7.7/router">H</a>',
  '<a href="http://192.0.2.7/pay">I</a>',
  '<a href="https://bit.ly/3xYz9Ab">J</a>',
  '<a href="https://bit.ly/aisha-khan">K</a>',
  '<a href="https://bit.ly/3OutOf">Unsubscribe</a>',
  '',
].join('\r\n');

const folder = mkdtempSync(join(tmpdir(), 'lurecheck-outbound-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => void vi.restoreAllMocks());

describe('with the default configuration', () => {
  it('the bot talks to Slack, and to nobody else', async () => {
    const targets = new Set<string>();
    const connect = net.Socket.prototype.connect;
    vi.spyOn(net.Socket.prototype, 'connect').mockImplementation(function (this: net.Socket, ...args: unknown[]) {
      const [first] = (Array.isArray(args[0]) ? args[0] : args) as [{ host?: string; port?: number }];
      targets.add(`${first.host ?? ''}:${first.port ?? ''}`);
      return connect.apply(this, args as never);
    } as never);
    const send = vi.spyOn(dgram.Socket.prototype, 'send');
    const resolve = vi.spyOn(dns.promises.Resolver.prototype, 'resolve4');

    const space = await openWorkspace('http');
    try {
      const post = await space.slack.say(AISHA, REPORTS, {
        files: [{ name: 'lure.eml', bytes: new TextEncoder().encode(LURE) }],
      });
      expect(words(await answerTo(space.slack, post))).toMatch(/High risk/);
      // The fake Slack, and the bot that it delivers its events to: both on loopback.
      expect([...targets].filter((target) => !target.startsWith('127.0.0.1:'))).toEqual([]);
      expect(targets).toContain(new URL(space.slack.apiUrl).host);
      expect(send).not.toHaveBeenCalled();
      expect(resolve).not.toHaveBeenCalled();
    } finally {
      await space.stop();
    }
  });

  it('the command line talks to nobody, its worker threads included', () => {
    writeFileSync(join(folder, 'lure.eml'), LURE);
    const preload = new URL('./no-network.mjs', import.meta.url).href;
    const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
    const ran = spawnSync(process.execPath, [main, 'check', '--json', 'lure.eml'], {
      cwd: folder,
      env: { PATH: process.env.PATH, NODE_OPTIONS: `--import=${preload}` },
      encoding: 'utf8',
    });
    expect(ran.stderr).toBe('');
    expect(JSON.parse(ran.stdout)).toMatchObject({ receipts: [] });
  });

  it('nothing exists that could follow a link or have one scanned', () => {
    expect(readConfig({})).toMatchObject({ EXPAND_LINKS: 'off', URLSCAN_SUBMIT: 'off' });
  });

  it('no service exists that could be asked', () => {
    const registries = vi.fn(() => new Map<string, string>());
    expect(openProviders(settingsOf(readConfig({})), registries)).toEqual([]);
    expect(registries).not.toHaveBeenCalled();
  });
});

describe('with every service configured', () => {
  it('none of them sees a word of the message, a name, an address, a token, or a host of our own', async () => {
    const service = await standIn(() => ({ status: 503, text: '' }));
    const names = await nameServer(() => 3);
    writeFileSync(
      join(folder, 'services.json'),
      JSON.stringify([
        { name: 'Ours', url: `${service.url}/ours?q={value}`, kinds: ['url', 'host', 'ip', 'sha256'], level: 'level' },
      ]),
    );
    const KEY = 'key-of-a-service';
    const config = readConfig({
      ORG_DOMAINS: 'hospital.example',
      VIPS: 'Lin Wu <lin.wu@hospital.example>',
      SAFE_BROWSING_API_KEY: KEY,
      VIRUSTOTAL_API_KEY: KEY,
      VIRUSTOTAL_PER_MINUTE: '1000',
      URLSCAN_API_KEY: KEY,
      ABUSE_CH_AUTH_KEY: KEY,
      PHISHTANK_APP_KEY: KEY,
      ABUSEIPDB_API_KEY: KEY,
      DNS_LISTS: 'spamhaus-dbl,surbl,uribl',
      DNS_SERVERS: names.address,
      RDAP: 'on',
      CERT_SPOTTER_KEY: KEY,
      MISP_URL: service.url,
      MISP_KEY: KEY,
      OPENCTI_URL: service.url,
      OPENCTI_TOKEN: KEY,
      JSON_SERVICES: join(folder, 'services.json'),
      SERVICE_URLS: MOVABLE.map((name) => `${name}=${service.url}/${name}`).join(','),
    });
    const knowledge = { organisation: organisationOf(config), lists: loadLists() };
    const providers = openProviders(settingsOf(config), () => new Map([['test', 'https://rdap.test/']]));
    expect(providers).toHaveLength(15);
    const services = openServices({ providers, knowledge, cache: new Keyv() });
    const { receipts } = await assess([{ kind: 'mail', bytes: new TextEncoder().encode(LURE) }], [], {
      read: async (specimens) =>
        mergeEvidence(await Promise.all(specimens.map((one, at) => readSpecimen(one, `s${at}`)))),
      gather: openGather(undefined, services),
      checks: CHECKS,
      knowledge,
      scoring: loadScoring(),
    });

    const left = [
      ...service.received.map(({ path, query, body, headers }) =>
        [decodeURIComponent(path), query, decodeURIComponent(body), JSON.stringify(headers)].join('\n'),
      ),
      ...names.asked,
    ];
    const spelled = left.map((text) =>
      text.replace(/\/urls\/([\w-]+)/g, (_, id: string) => Buffer.from(id, 'base64url').toString()),
    );
    expect(service.received.length).toBeGreaterThan(20);
    expect(spelled.join('\n')).toContain('parcel-fee.test/login/start');
    for (const secret of PRIVATE)
      expect(spelled.filter((text) => text.toLowerCase().includes(secret.toLowerCase()))).toEqual([]);
    expect(spelled.join('\n')).not.toMatch(/192\.168|hospital/);
    // Receipts tell what was asked of whom, and hold no more than what left.
    expect(new Set(receipts.map(({ provider }) => provider)).size).toBeGreaterThan(10);
    for (const secret of PRIVATE)
      expect(receipts.filter(({ asked }) => asked.toLowerCase().includes(secret.toLowerCase()))).toEqual([]);
  });
});

describe('with links followed', () => {
  const read: Assessor['read'] = async (specimens) =>
    mergeEvidence(await Promise.all(specimens.map((one, at) => readSpecimen(one, `s${at}`))));
  const knowledge = () => ({
    organisation: organisationOf(readConfig({ ORG_DOMAINS: 'hospital.example' })),
    lists: loadLists(),
  });

  it('only the shortener is asked, about links that are nobody’s own, and those that act are left alone', async () => {
    const world = await openWorld({ 'bit.ly': redirect('https://evil-target.test/u/aisha.khan@hospital.example') });
    const { lookup, dial } = world;
    const expander = openExpander({ lookup, dial, knowledge: knowledge(), cache: new Keyv() });
    const assessed = await assess([{ kind: 'mail', bytes: new TextEncoder().encode(LURE) }], [], {
      read,
      expand: (evidence) => expander.expand(evidence, 'shorteners'),
      gather: openGather(undefined),
      checks: CHECKS,
      knowledge: knowledge(),
      scoring: loadScoring(),
    });
    // TLS, and nobody here has a certificate: what matters is who was dialled and what was looked up.
    expect(world.asked).toEqual(['bit.ly']);
    expect(world.dialled).toEqual(['1.2.3.4 443']);
    expect(assessed.receipts.map(({ asked }) => asked)).toEqual(['https://bit.ly/3xYz9Ab']);
  });

  it('a name that the DNS leads into our own network is never connected to', async () => {
    const names = await nameServer(() => ['127.0.0.1']);
    const connect = vi.spyOn(net.Socket.prototype, 'connect');
    const lookup = openDns(new Keyv(), { servers: [names.address] });
    const expander = openExpander({ lookup, knowledge: knowledge(), cache: new Keyv() });
    const evidence = await read([{ kind: 'link', url: 'https://bit.ly/3xYz9Ab' }]);
    const { receipts, links } = await expander.expand(evidence, 'shorteners');
    expect(names.asked).toContain('bit.ly');
    expect(connect).not.toHaveBeenCalled();
    expect(links).toEqual([]);
    expect(receipts).toMatchObject([{ outcome: 'unknown', answer: expect.stringContaining('left alone') }]);
  });
});

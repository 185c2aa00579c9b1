import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updateFeed } from '../../src/intel/feeds/update.ts';
import type { Feed } from '../../src/store/feed-store.ts';
import { openStores } from '../../src/store/open.ts';
import { definition, feedServer } from '../helpers/feed-server.ts';
import { standIn } from '../helpers/service.ts';

/** The real command, as a process of its own, as a person or a script runs it. */

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

const LURE = [
  'From: "PayPal Service" <service@paypa1-secure.example>',
  'Reply-To: collect@inbox.test',
  'To: ward@hospital.example',
  'Subject: Your account has been limited',
  'Date: Mon, 2 Feb 2026 10:00:00 +0000',
  'Message-ID: <1@paypa1-secure.example>',
  'MIME-Version: 1.0',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Your password expires today. Verify your account immediately or it will be closed.</p>',
  '<p><a href="http://www.paypal.com@192.0.2.7/login.php?user=ward@hospital.example">https://www.paypal.com/login</a></p>',
  '',
].join('\r\n');

const HONEST = [
  'From: Ada Chen <ada.chen@hospital.example>',
  'To: ward@hospital.example',
  'Subject: Rota for next week',
  'Date: Mon, 2 Feb 2026 10:00:00 +0000',
  'Message-ID: <2@hospital.example>',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Dear all, the rota for next week hangs in the kitchen. Ada',
  '',
].join('\r\n');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lurecheck-check-'));
  mkdirSync(join(folder, 'mails/more'), { recursive: true });
  mkdirSync(join(folder, 'empty'));
  writeFileSync(join(folder, 'lure.eml'), LURE);
  writeFileSync(join(folder, 'honest.eml'), HONEST);
  writeFileSync(join(folder, 'mails/lure.eml'), LURE);
  writeFileSync(join(folder, 'mails/more/honest.eml'), HONEST);
  writeFileSync(join(folder, 'nothing.eml'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Ran {
  code: number | null;
  out: string;
  err: string;
}

function start(args: string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  // Nothing of the machine's own environment may reach the command, and its database lies in the test's folder.
  return spawn(process.execPath, [MAIN, ...args], { cwd: folder, env: { PATH: process.env.PATH, ...env } });
}

async function lurecheck(args: string[], { input = '', env = {} } = {}): Promise<Ran> {
  const child = start(args, env);
  child.stdin?.end(input);
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on('close', resolve)),
  ]);
  return { code, out, err };
}

async function text(stream: NodeJS.ReadableStream | null): Promise<string> {
  let whole = '';
  for await (const chunk of stream ?? []) whole += chunk;
  return whole;
}

const rows = (out: string): Record<string, unknown>[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe('lurecheck check --json', () => {
  it('prints one object for a lure, with all that it says, and exits with 1', async () => {
    const { code, out, err } = await lurecheck(['check', '--json', 'lure.eml']);
    expect(err).toBe('');
    const [row, ...rest] = rows(out);
    expect(rest).toEqual([]);
    expect(row).toMatchObject({ input: 'lure.eml', risk: 'high', score: expect.any(Number) });
    expect(Object.keys(row ?? {})).toEqual([
      'input',
      'risk',
      'score',
      'findings',
      'knownTo',
      'gaps',
      'observables',
      'receipts',
      'elapsedMs',
    ]);
    for (const finding of (row?.findings ?? []) as Record<string, unknown>[]) {
      expect(finding).toEqual({
        check: expect.stringMatching(/^[a-z0-9-]+$/),
        group: expect.stringMatching(/^(sender|link|content|attachment|indicator)$/),
        points: expect.any(Number),
        text: expect.not.stringMatching(/[{}]|https?:/),
      });
    }
    expect(row?.observables).toContainEqual({ kind: 'ip', value: '192.0.2.7' });
    expect(code).toBe(1);
  });

  it('finds nothing in a colleague’s mail, and exits with 0', async () => {
    const { code, out } = await lurecheck(['check', '--json', 'honest.eml'], {
      env: { ORG_DOMAINS: 'hospital.example' },
    });
    expect(rows(out)).toMatchObject([{ input: 'honest.eml', risk: 'no-signs', score: 0, findings: [] }]);
    expect(code).toBe(0);
  });

  it('walks folders, naming each file by its path', async () => {
    const { code, out } = await lurecheck(['check', '--json', 'mails']);
    const found = rows(out).map(({ input, risk }) => `${input} ${risk}`);
    expect(found.sort()).toEqual(['mails/lure.eml high', 'mails/more/honest.eml no-signs']);
    expect(code).toBe(1);
  });

  it('reads a mail, and a text, from standard input', async () => {
    const mail = await lurecheck(['check', '--json', '-'], { input: LURE });
    expect(rows(mail.out)).toMatchObject([{ input: '-', risk: 'high' }]);
    const note = await lurecheck(['check', '--json', '-'], { input: 'See https://192.0.2.7/a' });
    expect(rows(note.out)).toMatchObject([
      { input: '-', observables: expect.arrayContaining([{ kind: 'ip', value: '192.0.2.7' }]) },
    ]);
  });

  it('checks links, defanged ones too, and keeps the order of the arguments', async () => {
    const links = ['hxxps://paypal.com@192[.]0[.]2[.]7/login', 'https://hospital.example/'];
    const { out } = await lurecheck(['check', '--json', ...links]);
    const found = rows(out);
    expect(found.map(({ input }) => input)).toEqual(links);
    expect(found[0]?.observables).toContainEqual({ kind: 'ip', value: '192.0.2.7' });
    expect(found[0]?.findings).not.toEqual([]);
  });

  it('says what it could not read, checks the rest, and exits with 2', async () => {
    const { code, out } = await lurecheck(['check', '--json', 'nope.eml', 'lure.eml', 'nothing.eml']);
    expect(rows(out).map(({ input, risk }) => `${input} ${risk}`)).toEqual([
      'nope.eml unchecked',
      'lure.eml high',
      'nothing.eml unchecked',
    ]);
    expect(rows(out)[0]?.gaps).toMatchObject([
      { what: 'file', why: 'missing', text: expect.stringContaining('no such file') },
    ]);
    expect(code).toBe(2);
  });

  it('prints as it goes: the first result is out while the input still lasts', async () => {
    const child = start(['check', '--json', 'lure.eml', '-']);
    const first = await new Promise<string>((resolve) => child.stdout?.once('data', (data) => resolve(String(data))));
    expect(rows(first)).toMatchObject([{ input: 'lure.eml' }]);
    child.stdin?.end('x');
    await new Promise((resolve) => child.on('close', resolve));
  });

  it('stops quietly when nobody reads any more', async () => {
    const many = join(folder, 'many');
    mkdirSync(many);
    for (let number = 0; number < 300; number += 1) writeFileSync(join(many, `${number}.eml`), HONEST);
    const child = start(['check', '--json', 'many']);
    child.stdout?.once('data', () => child.stdout?.destroy());
    const [err, code] = await Promise.all([text(child.stderr), new Promise((resolve) => child.on('close', resolve))]);
    expect(err).toBe('');
    expect(code).toBe(2);
  });
});

describe('lurecheck check', () => {
  it('prints a card that lets nothing of the mail act on the terminal', async () => {
    const nasty = LURE.replace('limited', 'limited\u001b[2J\u001b]0;x\u0007 \u202eevil').replace(
      'collect@inbox.test',
      'c@\u009b31minbox.test',
    );
    writeFileSync(join(folder, 'nasty.eml'), nasty);
    const { out } = await lurecheck(['check', 'nasty.eml'], { env: { NO_COLOR: '1' } });
    expect(out).toMatch(/^High risk {2}nasty\.eml\n/);
    expect(out).toContain('Your account has been limited');
    expect(out.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(out).not.toMatch(/https?:/);
    expect(out).toContain('192[.]0[.]2[.]7');
  });

  it('colours when it is told to, and not when its output is no terminal', async () => {
    const forced = await lurecheck(['check', 'lure.eml'], { env: { FORCE_COLOR: '1' } });
    expect(forced.out).toContain('\u001b[31m');
    const piped = await lurecheck(['check', 'lure.eml']);
    expect(piped.out).not.toContain('\u001b');
  });

  it('gives a folder a line for each file, and a sum', async () => {
    const { out, err } = await lurecheck(['check', 'mails']);
    expect(out).toMatch(/^High risk +\d+\.\d +mails\/lure\.eml {2}\S/m);
    expect(out).toMatch(/^No known signs found +0\.0 +mails\/more\/honest\.eml$/m);
    expect(out).toContain('2 checked: 1 high risk, 0 suspicious, 1 without known signs, 0 could not be checked');
    expect(err).toBe('');
  });

  it('never calls anything safe', async () => {
    const { out } = await lurecheck(['check', 'honest.eml']);
    expect(out).toContain('No known signs found');
    expect(out).toContain('no guarantee');
    expect(out).not.toMatch(/\bsafe\b/i);
  });
});

describe('the organisation’s own list', () => {
  it('is asked where the bot has one, and left alone when offline', async () => {
    const database = `sqlite:${join(folder, 'own.db')}`;
    const stores = await openStores(database);
    await stores.indicators.listFromCase(
      'T1',
      'case-1',
      [{ kind: 'domain', value: 'rota.hospital.example' }],
      'phishing',
    );
    await stores.close();
    const link = 'https://rota.hospital.example/';
    const env = { STATE_URL: database };
    const asked = await lurecheck(['check', '--json', link], { env });
    expect(rows(asked.out)).toMatchObject([{ risk: 'high', findings: [{ group: 'indicator' }] }]);
    const offline = await lurecheck(['check', '--json', '--offline', link], { env });
    expect(rows(offline.out)).toMatchObject([{ findings: [] }]);
  });

  it('is not made by looking for it', async () => {
    const path = join(folder, 'none/none.db');
    await lurecheck(['check', '--json', 'https://hospital.example/'], { env: { STATE_URL: `sqlite:${path}` } });
    await expect(async () => import('node:fs/promises').then(({ stat }) => stat(path))).rejects.toThrow('ENOENT');
  });

  it('stops the command when it is broken, since a verdict without it would be weaker than it looks', async () => {
    writeFileSync(
      join(folder, 'broken.db'),
      'no database at all, only text that is long enough to be read as one'.repeat(99),
    );
    const env = { STATE_URL: `sqlite:${join(folder, 'broken.db')}` };
    const { code, err, out } = await lurecheck(['check', '--json', 'lure.eml'], { env });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('--offline');
  });
});

describe('wrong use', () => {
  it.each([
    ['no command', []],
    ['an unknown command', ['chekc', 'x']],
    ['nothing to check', ['check']],
    ['an unknown option', ['check', '--jsno', 'lure.eml']],
    ['an empty folder', ['check', 'empty']],
  ])('exits with 2: %s', async (_, args) => {
    const { code, out, err } = await lurecheck(args);
    expect(code).toBe(2);
    expect(`${out}${err}`).not.toBe('');
    expect(err).not.toMatch(/\n {4}at /);
  });

  it('names a faulty variable that it uses, and ignores those it does not', async () => {
    const wrong = await lurecheck(['check', 'honest.eml'], { env: { ORG_DOMAINS: 'hospital' } });
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('ORG_DOMAINS') });
    const slack = await lurecheck(['check', 'honest.eml'], { env: { SLACK_BOT_TOKEN: 'nonsense' } });
    expect(slack.code).toBe(0);
  });

  it('reads .env in the folder where it is started', async () => {
    writeFileSync(join(folder, 'empty/.env'), 'ORG_DOMAINS=hospital');
    const child = spawn(process.execPath, [MAIN, 'check', '../honest.eml'], { cwd: join(folder, 'empty'), env: {} });
    expect(await text(child.stderr)).toContain('ORG_DOMAINS');
  });

  it('explains itself', async () => {
    const { code, out } = await lurecheck(['--help']);
    expect(code).toBe(0);
    for (const word of ['--json', '--offline', 'Exit code']) expect(out).toContain(word);
  });
});

describe('lurecheck check --explain', () => {
  it('prints under the card what each service was asked, and what it answered', async () => {
    const service = await standIn(() => ({ status: 503, text: '' }));
    const { out } = await lurecheck(['check', '--explain', 'https://parcel-fee.example/login?id=7'], {
      env: { URLSCAN_API_KEY: '0123456789', SERVICE_URLS: `urlscan=${service.url}` },
    });
    expect(service.received.map(({ query }) => query.get('q'))).toContainEqual(
      expect.stringContaining('parcel-fee.example'),
    );
    expect(out).toMatch(/Asked\n {2}• urlscan: parcel-fee\[\.\]example → it answers 503/);
    expect(out).toContain('I could not look it up in urlscan this time.');
  });

  it('prints the answer of each list and each service, with and without a word of it', async () => {
    const database = `sqlite:${join(folder, 'sources.db')}`;
    const stores = await openStores(database);
    const [evil, quiet] = [await feedServer(), await feedServer()];
    evil.serve('parcel-fee.example\n');
    quiet.serve('other.example\n');
    for (const [name, source] of [
      ['openphish', evil.url],
      ['quiet-list', quiet.url],
    ] as const) {
      await stores.feeds.add(definition(source, { name }));
      await updateFeed(stores.feeds, (await stores.feeds.get(name)) as Feed);
    }
    await stores.indicators.listFromCase('T1', 'c1', [{ kind: 'domain', value: 'parcel-fee.example' }], 'phishing');
    await stores.close();
    await Promise.all([evil.close(), quiet.close()]);
    const scans = await standIn(() => ({ json: { results: [{}], total: 7 } }));
    const hosts = await standIn(() => ({ json: { query_status: 'no_results' } }));
    const { out } = await lurecheck(['check', '--explain', 'https://parcel-fee.example/login'], {
      env: {
        NO_COLOR: '1',
        STATE_URL: database,
        URLSCAN_API_KEY: '0123456789',
        ABUSE_CH_AUTH_KEY: '0123456789',
        SERVICE_URLS: `urlscan=${scans.url},urlhaus=${hosts.url}`,
      },
    });
    expect(out).toContain('Known to 3 sources: your own list, the list openphish, urlscan (has doubts).');
    const [lists = '', asked = ''] = out.slice(out.indexOf('  Lists\n')).split('  Asked\n');
    expect(lists).toMatch(/• your own list: parcel-fee\[\.\]example → listed, since \d{4}-\d\d-\d\d, phishing/);
    expect(lists).toMatch(/• openphish: hxxps:\S*parcel-fee\S* \(as parcel-fee\[\.\]example\) → listed, since \d{4}/);
    expect(lists).toMatch(/• quiet-list: nothing of it is listed/);
    // A receipt each: of whom, what, the answer, and when.
    expect(asked).toMatch(/• urlscan: parcel-fee\[\.\]example → 7 malicious scans in 90 days .*T\d\d:\d\d/);
    expect(asked).toMatch(/• URLhaus: hxxps:\S*parcel-fee\S* → not known .*T\d\d:\d\d/);
  });

  it('says so when nobody was asked', async () => {
    expect((await lurecheck(['check', '--explain', 'honest.eml'])).out).toContain('No service was asked');
  });

  it('asks nobody with --offline', async () => {
    const service = await standIn(() => ({ status: 503, text: '' }));
    await lurecheck(['check', '--offline', '--explain', 'https://parcel-fee.example/'], {
      env: { URLSCAN_API_KEY: '0123456789', SERVICE_URLS: `urlscan=${service.url}` },
    });
    expect(service.received).toEqual([]);
  });
});

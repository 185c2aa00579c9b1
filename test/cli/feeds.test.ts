import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFeedsArguments } from '../../src/cli/feeds-arguments.ts';
import { domains, type FeedServer, feedServer } from '../helpers/feed-server.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
let folder = '';
let server: FeedServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lurecheck-feeds-'));
  server = await feedServer();
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

async function lurecheck(...args: string[]) {
  const env = { STATE_URL: `sqlite:${join(folder, 'state.db')}`, FEEDS_HEADERS: 'web Auth-Key: key' };
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder, env });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { out, err, code };
}

describe('lurecheck feeds', () => {
  it('adds a list, finds what it names, says how it stands, and takes it off', async () => {
    writeFileSync(join(folder, 'list.txt'), 'evil.example # a kit\nhttps://www.google.com/\nrubbish here\n');
    expect(await lurecheck('feeds', 'test', 'mine', 'list.txt')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/2 entries \(1 domain, 1 url, 1 unreadable\).*evil\[\.\]example {2}\(a kit\)/s),
    });
    expect(await lurecheck('feeds', 'add', 'mine', 'list.txt', '--trusted')).toMatchObject({ code: 0, err: '' });
    const { out } = await lurecheck('check', '--json', 'https://login.evil.example/a', 'https://www.google.com/');
    const [evil, big] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(evil).toMatchObject({ risk: 'high' });
    expect(evil.findings.map((finding: { check: string }) => finding.check)).toContain('feeds-agree');
    expect(big).toMatchObject({ risk: 'no-signs' });
    const listed = await lurecheck('feeds', 'list', '--json');
    expect(JSON.parse(listed.out)).toMatchObject({ name: 'mine', entries: 2, trusted: true, standing: 'fresh' });
    expect(await lurecheck('feeds', 'remove', 'mine')).toMatchObject({ code: 0 });
  }, 60_000);

  it('keeps the old list when the source breaks, and its exit code says so', async () => {
    server.serve(domains(100));
    expect(await lurecheck('feeds', 'add', 'web', `${server.url}/l`, '--insecure')).toMatchObject({ code: 0 });
    expect(server.asked.at(-1)?.headers['auth-key']).toBe('key');
    server.serve(domains(10));
    const refused = await lurecheck('feeds', 'update');
    expect(refused).toMatchObject({
      code: 1,
      out: expect.stringMatching(/shrunk from 100 to 10.*100 entries goes on/s),
    });
    expect((await lurecheck('feeds', 'list')).out).toContain('last try failed: it has shrunk');
    expect(await lurecheck('feeds', 'update', 'web', '--force')).toMatchObject({ code: 0 });
  }, 60_000);

  it('says in a verdict that a list could not be relied on', async () => {
    server.serve('<html>');
    expect(await lurecheck('feeds', 'add', 'never', `${server.url}/l`, '--insecure')).toMatchObject({ code: 1 });
    const { out } = await lurecheck('check', '--json', 'https://honest.example/');
    expect(JSON.parse(out)).toMatchObject({
      risk: 'no-signs',
      gaps: [{ what: 'list', why: 'missing', name: 'never' }],
    });
  });

  it('explains itself', async () => {
    expect(await lurecheck('feeds', '--help')).toMatchObject({ code: 0, out: expect.stringContaining('--max-age') });
    expect(await lurecheck('feeds')).toMatchObject({ code: 2, err: expect.stringContaining('feeds add') });
  });
});

describe('the arguments', () => {
  it('of a preset need only its name', () => {
    expect(readFeedsArguments(['add', 'urlhaus'])).toMatchObject({
      action: 'add',
      definition: { name: 'urlhaus', format: 'csv', columns: { value: 'url' }, everyMs: 3_600_000 },
    });
  });

  it('say times, columns and roles', () => {
    const args = 'add my-list https://feed.example/x.csv --format csv --column host --every 30m --max-age 2d --warning';
    expect(readFeedsArguments(args.split(' '))).toMatchObject({
      definition: { columns: { value: 'host' }, everyMs: 1_800_000, maxAgeMs: 172_800_000, role: 'warning' },
    });
  });

  it.each([
    ['a name that others use', 'add own https://feed.example/'],
    ['a name with a path in it', 'add ../x https://feed.example/'],
    ['no source', 'add mine'],
    ['a source without https', 'add mine http://feed.example/'],
    ['a source of another kind', 'add mine ftp://feed.example/'],
    ['an unknown format', 'add mine https://feed.example/ --format xml'],
    ['a CSV list without its column', 'add mine https://feed.example/ --format csv'],
    ['a time that is none', 'add mine https://feed.example/ --every often'],
    ['a time too short', 'add mine https://feed.example/ --every 1m'],
    ['an age below its time', 'add mine https://feed.example/ --every 2d --max-age 1d'],
    ['a checksum that is none', 'add mine https://feed.example/ --sha256 abc'],
    ['a collection in a file', 'add mine x.json --format taxii'],
    ['too much', 'add mine a b'],
  ])('with %s are refused with a sentence', (_, line) => {
    expect(() => readFeedsArguments(line.split(' '))).toThrow(/[a-z].*\./);
  });
});

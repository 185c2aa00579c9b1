import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openFeeds } from '../../../src/intel/feeds/ask-feeds.ts';
import { testFeed, type UpdateOptions, updateFeed } from '../../../src/intel/feeds/update.ts';
import type { FeedDefinition } from '../../../src/store/feed-store.ts';
import { openStores } from '../../../src/store/open.ts';
import type { Stores } from '../../../src/store/stores.ts';
import { definition, domains, type FeedServer, feedServer } from '../../helpers/feed-server.ts';
import { zip } from '../../helpers/zip.ts';

let server: FeedServer;
let stores: Stores;
let folder = '';
beforeAll(async () => {
  server = await feedServer();
  folder = mkdtempSync(join(tmpdir(), 'lurecheck-update-'));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  stores = await openStores('sqlite::memory:');
  server.asked.length = 0;
});
afterEach(() => stores.close());

async function update(options: UpdateOptions = {}) {
  const feed = await stores.feeds.get('feed');
  if (!feed) throw new Error('there is no feed');
  return updateFeed(stores.feeds, feed, options);
}
const added = (source: string, parts: Partial<FeedDefinition> = {}) => stores.feeds.add(definition(source, parts));
const knows = async (domain: string): Promise<boolean> =>
  (await openFeeds(stores.feeds)([{ kind: 'domain', value: domain }])).indicators.size > 0;

describe('an update', () => {
  it('puts a list in force, replaces it, and says what was in it', async () => {
    await added(`${server.url}/list`);
    server.serve(`${domains(3)}nonsense here\n`);
    expect(await update()).toEqual({
      kind: 'updated',
      entries: 3,
      tally: { kinds: { domain: 3 }, unreadable: 1, ignored: 0 },
    });
    expect(await knows('www.evil-2.example')).toBe(true);
    server.serve(domains(3, 'other'));
    expect(await update()).toMatchObject({ kind: 'updated', entries: 3 });
    expect([await knows('evil-2.example'), await knows('other-2.example')]).toEqual([false, true]);
  });

  it('asks whether there is anything new, and counts as fresh when there is not', async () => {
    await added(`${server.url}/list`);
    server.serve(domains(3), { etag: '"v1"', 'last-modified': 'Sun, 01 Nov 2026 00:00:00 GMT' });
    await update({ now: () => new Date('2026-11-01') });
    server.answer((request, response) => {
      response.writeHead(request.headers['if-none-match'] === '"v1"' ? 304 : 500).end();
    });
    expect(await update({ now: () => new Date('2026-11-05') })).toEqual({ kind: 'unchanged' });
    expect(server.asked.at(-1)?.headers['if-modified-since']).toBe('Sun, 01 Nov 2026 00:00:00 GMT');
    expect((await stores.feeds.get('feed'))?.copy).toMatchObject({ entries: 3, freshAt: new Date('2026-11-05') });
    expect(await knows('evil-1.example')).toBe(true);
  });

  it('unpacks gzip and zip', async () => {
    await added(`${server.url}/list`);
    server.serve(gzipSync(domains(4)));
    expect(await update()).toMatchObject({ entries: 4 });
    server.serve(
      zip([
        { name: 'a.txt', content: domains(5) },
        { name: 'b.txt', content: domains(2, 'more') },
      ]),
    );
    expect(await update()).toMatchObject({ entries: 7 });
  });

  it('gives a key to the source that it is for, and not to where that redirects', async () => {
    const other = await feedServer();
    other.serve(domains(2));
    await added(`${server.url}/list`);
    server.answer((_, response) => void response.writeHead(302, { location: `${other.url}/there` }).end());
    expect(await update({ headers: { 'Auth-Key': 'key' } })).toMatchObject({ kind: 'updated' });
    expect(server.asked[0]?.headers['auth-key']).toBe('key');
    expect(other.asked[0]?.headers['auth-key']).toBeUndefined();
    await other.close();
  });

  it('holds the bytes against the checksum that the source publishes', async () => {
    await added(`${server.url}/list`, { checksum: `${server.url}/list.sha256` });
    let digest = createHash('sha256').update(domains(2)).digest('hex');
    server.answer((request, response) => void response.end(request.url === '/list' ? domains(2) : `${digest}  list\n`));
    expect(await update()).toMatchObject({ kind: 'updated' });
    digest = 'a'.repeat(64);
    expect(await update()).toMatchObject({ kind: 'refused', reason: expect.stringContaining('checksum') });
  });

  it('reads a file, again when it has changed, and knows how old it is', async () => {
    const path = join(folder, 'list.txt');
    writeFileSync(path, domains(3));
    utimesSync(path, new Date('2026-10-01'), new Date('2026-10-01'));
    await added(path, { insecure: false });
    expect(await update()).toMatchObject({ kind: 'updated' });
    expect(await update()).toEqual({ kind: 'unchanged' });
    writeFileSync(path, domains(4));
    expect(await update()).toMatchObject({ entries: 4 });
    utimesSync(path, new Date('2026-10-01'), new Date('2026-10-01'));
    await update();
    expect((await stores.feeds.get('feed'))?.copy?.freshAt).toEqual(new Date('2026-10-01'));
  });

  it('reads a MISP feed: the manifest and its events', async () => {
    const id = '5a1b2c3d-0000-4000-8000-000000000001';
    await added(`${server.url}/misp`, { format: 'misp-feed' });
    const event = { Event: { Attribute: [{ type: 'domain', value: 'evil.example', to_ids: true }] } };
    server.answer((request, response) => {
      response.end(JSON.stringify(request.url === '/misp/manifest.json' ? { [id]: { info: 'Kit' } } : event));
    });
    expect(await update()).toMatchObject({ kind: 'updated', entries: 1 });
    expect(server.asked.map(({ path }) => path)).toEqual(['/misp/manifest.json', `/misp/${id}.json`]);
    const { indicators } = await openFeeds(stores.feeds)([{ kind: 'domain', value: 'evil.example' }]);
    expect([...indicators.values()]).toMatchObject([[{ feed: 'feed', note: 'Kit', matched: 'evil.example' }]]);
  });

  it('reads a TAXII collection page by page', async () => {
    await added(`${server.url}/api/collections/1/`, { format: 'taxii' });
    const page = (name: string) => [
      { type: 'indicator', pattern_type: 'stix', pattern: `[domain-name:value = '${name}']` },
    ];
    server.answer((request, response) => {
      const second = request.url?.includes('next=p2');
      const body = second ? { objects: page('b.example') } : { more: true, next: 'p2', objects: page('a.example') };
      response.end(JSON.stringify(body));
    });
    expect(await update()).toMatchObject({ kind: 'updated', entries: 2 });
    expect(server.asked[1]?.path).toBe('/api/collections/1/objects/?match%5Btype%5D=indicator&next=p2');
    expect(server.asked[0]?.headers.accept).toBe('application/taxii+json;version=2.1');
    server.answer((_, response) => void response.end('{"more":true,"objects":[]}'));
    expect(await update()).toMatchObject({ kind: 'refused', reason: expect.stringContaining('not where') });
  });
});

describe('a source that fails', () => {
  const limits = { downloadBytes: 100_000, inflatedBytes: 200_000, silenceMs: 300, totalMs: 2_000, entries: 1_000 };
  const slow: Parameters<FeedServer['answer']>[0] = (_, response) => {
    response.writeHead(200).write('evil.example\n');
  };
  it.each<[string, Parameters<FeedServer['answer']>[0], string]>([
    ['answers with a web page', (_, response) => void response.end('\n<!DOCTYPE html><p>evil.example'), 'web page'],
    ['answers with nothing', (_, response) => void response.end(''), 'empty'],
    ['answers with comments', (_, response) => void response.end('# moved\n'), 'empty'],
    ['answers in another format', (_, response) => void response.end('one two\nthree four\n'), 'format'],
    [
      'answers mostly in another format',
      (_, response) => void response.end(`${'a b\n'.repeat(99)}evil.example`),
      'most of it',
    ],
    ['has shrunk', (_, response) => void response.end(domains(40)), 'shrunk from 100 to 40'],
    ['says 500', (_, response) => void response.writeHead(500).end(), 'status 500'],
    ['says 304 to another question', (_, response) => void response.writeHead(206).end(), 'status 206'],
    [
      'announces too much',
      (_, response) => void response.writeHead(200, { 'content-length': '200000' }).end(),
      'larger',
    ],
    ['sends too much', (_, response) => void response.end(domains(9_000)), 'larger'],
    ['has too many entries', (_, response) => void response.end(domains(2_000)), 'more than 1000 entries'],
    ['stops in the middle', slow, 'stopped answering'],
    [
      'breaks off',
      (_, response) =>
        void response.writeHead(200, { 'content-length': '5000' }).write('evil', () => response.destroy()),
      'reached',
    ],
    ['never answers', () => {}, 'stopped answering'],
    ['sends a bomb', (_, response) => void response.end(gzipSync('# nothing\n'.repeat(500_000))), 'inflates'],
    ['sends half a gzip file', (_, response) => void response.end(gzipSync(domains(500)).subarray(0, 900)), 'gzip'],
    [
      'sends half a zip file',
      (_, response) => void response.end(zip([{ name: 'a', content: domains(500) }]).subarray(0, 300)),
      'zip',
    ],
    ['redirects in circles', (_, response) => void response.writeHead(302, { location: '/list' }).end(), 'circles'],
    [
      'redirects to nowhere',
      (_, response) => void response.writeHead(302, { location: 'http://' }).end(),
      'no address',
    ],
    [
      'redirects to a file',
      (_, response) => void response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      'without https',
    ],
  ])('%s: the old list goes on serving, and why is said', async (_, listener, why) => {
    await added(`${server.url}/list`);
    server.serve(domains(100));
    await update();
    server.answer(listener);
    expect(await update({ limits })).toMatchObject({ kind: 'refused', reason: expect.stringContaining(why) });
    expect(await stores.feeds.get('feed')).toMatchObject({
      failures: 1,
      fault: expect.stringContaining(why),
      copy: { entries: 100 },
    });
    expect(await knows('evil-77.example')).toBe(true);
    server.serve(domains(100, 'new'));
    expect(await update()).toMatchObject({ kind: 'updated' });
    expect(await stores.feeds.get('feed')).toMatchObject({ failures: 0, fault: undefined });
  });

  it('is asked over https, unless http was allowed; a redirect may not leave https either', async () => {
    await added(`${server.url}/list`, { insecure: false });
    expect(await update()).toMatchObject({ kind: 'refused', reason: expect.stringContaining('https') });
    expect(server.asked).toEqual([]);
  });

  it('may shrink when whoever runs it says so', async () => {
    await added(`${server.url}/list`);
    server.serve(domains(100));
    await update();
    server.serve(domains(10));
    expect(await update({ force: true })).toMatchObject({ kind: 'updated', entries: 10 });
  });

  it('leaves no file behind', async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('lurecheck-feed-'));
    await added(`${server.url}/list`);
    server.serve(domains(100));
    await update();
    server.answer((_, response) => void response.end('<html>'));
    await update();
    const after = readdirSync(tmpdir()).filter((name) => name.startsWith('lurecheck-feed-'));
    expect(after.filter((name) => !before.includes(name))).toEqual([]);
  });
});

describe('a test of a list', () => {
  it('says what is in it and keeps nothing', async () => {
    server.serve(domains(9));
    const tested = await testFeed(definition(`${server.url}/list`));
    expect(tested).toMatchObject({ entries: 9, first: [{ value: 'evil-0.example' }, {}, {}, {}, {}] });
    expect(await stores.feeds.list()).toEqual([]);
    server.serve('<html>');
    await expect(testFeed(definition(`${server.url}/list`))).rejects.toThrow('web page');
  });
});

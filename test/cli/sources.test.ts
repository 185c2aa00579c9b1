import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { updateFeed } from '../../src/intel/feeds/update.ts';
import type { Feed } from '../../src/store/feed-store.ts';
import { openStores } from '../../src/store/open.ts';
import { definition, feedServer } from '../helpers/feed-server.ts';
import { standIn } from '../helpers/service.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lurecheck-sources-'));
const STATE_URL = `sqlite:${join(folder, 'state.db')}`;
afterAll(() => rmSync(folder, { recursive: true }));

async function lurecheck(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder, env: { NO_COLOR: '1', ...env } });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { out, err, code };
}

it('says so when nothing is set up, and makes no database to find that out', async () => {
  const ran = await lurecheck(['sources'], { STATE_URL });
  expect(ran).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Nothing is asked but your own list') });
  expect(existsSync(join(folder, 'state.db'))).toBe(false);
});

it('shows lists with their ages, and what was asked of services today, what is in trouble first', async () => {
  const server = await feedServer();
  const stores = await openStores(STATE_URL);
  const load = async (name: string): Promise<void> => {
    await stores.feeds.add(definition(server.url, { name }));
    await updateFeed(stores.feeds, (await stores.feeds.get(name)) as Feed);
  };
  server.serve('evil.example\n');
  await load('good');
  server.serve('<html>');
  await load('never');
  await stores.close();
  await server.close();
  const service = await standIn(() => ({ json: { results: [], total: 0 } }));
  const env = { STATE_URL, URLSCAN_API_KEY: '0123456789', SERVICE_URLS: `urlscan=${service.url}` };
  await lurecheck(['check', 'https://parcel-fee.example/login'], env);

  const { out, code } = await lurecheck(['sources'], env);
  expect(code).toBe(1);
  const [never = '', ...rest] = out.trimEnd().split('\n');
  expect(never).toMatch(/^! never +list +never loaded\. The last update \(just now\) failed: it is a web page/);
  expect(rest[0]).toMatch(/^ {2}good +list +1 entry, 0 min old, allowed 3 days\.$/);
  expect(rest[1]).toMatch(
    /^ {2}urlscan +service +hosts; asked 1 time today, at most 60 a minute, last answer just now\.$/,
  );
  const json = (await lurecheck(['sources', '--json'], env)).out.trimEnd().split('\n');
  expect(JSON.parse(json[0] ?? '')).toMatchObject({ kind: 'list', name: 'never', trouble: true });
  // To look at them asks nobody.
  expect(service.received).toHaveLength(1);
});

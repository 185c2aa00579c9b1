import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFeeds } from '../../src/intel/feeds/ask-feeds.ts';
import { updateFeed } from '../../src/intel/feeds/update.ts';
import { openStores } from '../../src/store/open.ts';
import { definition, domains } from '../helpers/feed-server.ts';

const LOADER = fileURLToPath(new URL('./feed-loader.ts', import.meta.url));
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lurecheck-feeds-kill-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('an update that is killed', () => {
  test('in the middle leaves the old list in force, and the next one clears up after it', async () => {
    const path = join(folder, 'state.db');
    const url = `sqlite:${path}`;
    const list = join(folder, 'list.txt');
    writeFileSync(list, domains(100, 'old'));
    let time = Date.now();
    const stores = await openStores(url, { now: () => new Date(time) });
    await stores.feeds.add(definition(list));
    const update = async () => updateFeed(stores.feeds, (await stores.feeds.get('feed')) as never);
    await update();
    const raw = new DatabaseSync(path, { timeout: 5_000 });
    const editions = () => raw.prepare('select edition, count(*) as n from feed_entries group by edition').all();
    expect(editions()).toHaveLength(1);

    writeFileSync(list, domains(300_000, 'new'));
    const loader = spawn(process.execPath, [LOADER, url], { stdio: ['ignore', 'pipe', 'inherit'] });
    const exited = once(loader, 'exit');
    while (editions().length < 2) await sleep(1);
    loader.kill('SIGKILL');
    expect(await exited).toEqual([null, 'SIGKILL']);
    expect(editions()).toHaveLength(2);

    const asked = [
      { kind: 'domain' as const, value: 'old-7.example' },
      { kind: 'domain' as const, value: 'new-7.example' },
    ];
    expect([...(await openFeeds(stores.feeds)(asked)).indicators.keys()]).toEqual([asked[0]]);
    expect(await update()).toEqual({ kind: 'busy' });

    time += 3_600_000;
    expect(await update()).toMatchObject({ kind: 'updated', entries: 300_000 });
    expect([...(await openFeeds(stores.feeds)(asked)).indicators.keys()]).toEqual([asked[1]]);
    expect(editions()).toHaveLength(1);
    raw.close();
    await stores.close();
  });
});

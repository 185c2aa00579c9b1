import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { examineStore } from '../../../src/cli/doctor/store.ts';
import { updateFeed } from '../../../src/intel/feeds/update.ts';
import type { Feed } from '../../../src/store/feed-store.ts';
import { openStores } from '../../../src/store/open.ts';
import { allOf } from '../../helpers/all-of.ts';
import { definition, domains, feedServer } from '../../helpers/feed-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'lurecheck-doctor-store-'));
afterAll(() => rmSync(folder, { recursive: true }));
let number = 0;
const fresh = (): string => join(folder, `state-${++number}.db`);
const examine = (path: string, now?: Date) => allOf(examineStore(`sqlite:${path}`, now));

describe('the doctor, on the database', () => {
  it('makes none by looking for one', async () => {
    const path = join(folder, 'deep/down/state.db');
    expect(await examine(path)).toMatchObject([{ state: 'ok', says: expect.stringContaining('no database yet') }]);
    expect(existsSync(join(folder, 'deep'))).toBe(false);
  });

  it.skipIf(process.getuid?.() === 0)('finds a place where none can be made', async () => {
    const closed = mkdtempSync(join(folder, 'closed-'));
    chmodSync(closed, 0o500);
    expect(await examine(join(closed, 'x/state.db'))).toMatchObject([{ state: 'fail' }]);
  });

  it('says that it opens and is up to date', async () => {
    const path = fresh();
    await (await openStores(`sqlite:${path}`)).close();
    expect(await examine(path)).toMatchObject([
      { what: 'STATE_URL', state: 'ok' },
      { what: 'lists', state: 'ok' },
    ]);
  });

  it('does not bring an older one up to date under the feet of the older bot', async () => {
    const path = fresh();
    await (await openStores(`sqlite:${path}`)).close();
    const database = new DatabaseSync(path);
    database.exec("DROP TABLE receipts; DELETE FROM migrations WHERE name = '0003-receipts'");
    database.close();
    for (const _ of [1, 2]) {
      expect(await examine(path)).toMatchObject([{ state: 'warn', says: expect.stringContaining('0003-receipts') }]);
    }
  });

  it('finds one of a newer lurecheck, and a file that is none', async () => {
    const path = fresh();
    await (await openStores(`sqlite:${path}`)).close();
    const database = new DatabaseSync(path);
    database.exec("INSERT INTO migrations (name, at) VALUES ('9999-later', 0)");
    database.close();
    expect(await examine(path)).toMatchObject([{ state: 'fail', says: expect.stringContaining('newer lurecheck') }]);
    const text = fresh();
    writeFileSync(text, 'no database at all, only text that is long enough to be read as one'.repeat(99));
    expect(await examine(text)).toMatchObject([{ state: 'fail', says: expect.stringContaining('cannot be opened') }]);
  });

  it('tells fresh lists from old ones, from those that failed and those that never came', async () => {
    const path = fresh();
    const stores = await openStores(`sqlite:${path}`);
    const server = await feedServer();
    const load = async (name: string): Promise<void> => {
      await stores.feeds.add(definition(server.url, { name }));
      await updateFeed(stores.feeds, (await stores.feeds.get(name)) as Feed);
    };
    server.serve(domains(3));
    await load('good');
    await load('failing');
    server.serve('<html>');
    await updateFeed(stores.feeds, (await stores.feeds.get('failing')) as Feed);
    await load('never');
    await stores.close();
    await server.close();
    expect((await examine(path)).slice(1)).toMatchObject([
      { what: 'list failing', state: 'warn', says: expect.stringMatching(/0 min old, .*failed: it is a web page/) },
      { what: 'list good', state: 'ok', says: '3 entries, 0 min old, allowed 3 days' },
      { what: 'list never', state: 'fail', mend: expect.stringContaining('lurecheck feeds update never') },
    ]);
    const later = new Date(Date.now() + 5 * 86_400_000);
    expect((await examine(path, later)).slice(1)).toMatchObject([
      { what: 'list failing', state: 'fail' },
      { what: 'list good', state: 'fail', says: expect.stringContaining('out of date: 5 days old, allowed 3 days') },
      { what: 'list never', state: 'fail' },
    ]);
  });

  it('tells of jobs that were given up', async () => {
    const path = fresh();
    const stores = await openStores(`sqlite:${path}`);
    await stores.jobs.enqueue({ kind: 'refresh', key: 'c1' });
    const [job] = await stores.jobs.claim(1, 1_000);
    if (job) await stores.jobs.fail(job, 'x', 0, 1);
    await stores.close();
    expect(await examine(path)).toContainEqual(expect.objectContaining({ what: 'queue', state: 'warn' }));
  });
});

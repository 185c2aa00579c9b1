import { type ChildProcess, spawn } from 'node:child_process';
import { once as onceEmitted } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { SetupError } from '../../src/errors.ts';
import { openStores } from '../../src/store/open.ts';
import { arrival, assessment, clock, DAY, everySpecimen, SECRET, stored } from './contract/given.ts';
import { storesContract } from './contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'lurecheck-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const newFile = () => {
  files += 1;
  return join(folder, `${files}.db`);
};

storesContract('a SQLite file', { url: () => `sqlite:${newFile()}`, open: openStores, shared: true });
storesContract('SQLite in memory', { url: () => 'sqlite::memory:', open: openStores, shared: false });

describe('opening a SQLite database', () => {
  test.each(['', 'sqlite:', 'data/lurecheck.db', 'postgres://user:pass-word@db.example/x'])(
    'refuses the URL %j, says what one looks like and repeats no password',
    async (url) => {
      const error = await openStores(url).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(SetupError);
      expect(String(error)).toContain('sqlite:data/lurecheck.db');
      expect(String(error)).not.toContain('pass-word');
    },
  );

  test('makes the folder, for nobody else to read', async () => {
    const path = join(folder, 'new', 'deep', 'state.db');
    const stores = await openStores(`sqlite:${path}`);
    await stored(stores, 'a');
    for (const name of readdirSync(join(path, '..'))) {
      expect(statSync(join(path, '..', name)).mode & 0o077, name).toBe(0);
    }
    expect(statSync(join(path, '..')).mode & 0o077).toBe(0);
    await stores.close();
  });

  test.each([
    ['a folder', () => folder],
    [
      'a file of another kind',
      () => {
        const path = newFile();
        writeFileSync(path, 'Dear diary, '.repeat(1000));
        return path;
      },
    ],
    [
      'a path through a file',
      () => {
        const path = newFile();
        writeFileSync(path, '');
        return join(path, 'state.db');
      },
    ],
  ])('refuses %s with a sentence that names STATE_URL', async (_, path) => {
    const error = await openStores(`sqlite:${path()}`).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SetupError);
    expect(String(error)).toContain('STATE_URL');
  });

  test('refuses a database that a newer lurecheck has written', async () => {
    const path = newFile();
    await (await openStores(`sqlite:${path}`)).close();
    const raw = new DatabaseSync(path);
    raw.exec("INSERT INTO migrations VALUES ('9999-from-the-future', 0)");
    raw.close();
    const error = await openStores(`sqlite:${path}`).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SetupError);
    expect(String(error)).toContain('9999-from-the-future');
  });
});

describe('a SQLite database', () => {
  test.each([
    ['events', 'body', '{"kind":"unheard-of"}'],
    ['events', 'body', '{"kind":'],
    ['assessments', 'body', '{"evidence":{}}'],
    ['reports', 'content', '{}'],
    ['reports', 'origin', '{"reporter":{}}'],
    ['specimens', 'body', 'null'],
  ])('with a broken %s.%s says so instead of answering', async (table, column, broken) => {
    const path = newFile();
    const stores = await openStores(`sqlite:${path}`);
    const report = await stored(stores, 'a');
    await stores.reports.putSpecimens(report.id, everySpecimen, []);
    const file = await stores.cases.attach(report, ['k']);
    await stores.cases.assess(file.id, file.seq, assessment());
    const everything = () =>
      Promise.all([
        stores.cases.get(file.id),
        stores.cases.assessment(file.id),
        stores.reports.get(report.id),
        stores.reports.specimens(report.id),
      ]);
    await everything();
    const raw = new DatabaseSync(path);
    raw.prepare(`UPDATE ${table} SET ${column} = ?`).run(broken);
    raw.close();
    await expect(everything()).rejects.toThrow(/holds a broken .*(C-|[0-9a-f]{8}-)/);
    await stores.close();
  });

  test('never judges a specimen whose bytes are missing', async () => {
    const path = newFile();
    const stores = await openStores(`sqlite:${path}`);
    const report = await stored(stores, 'a');
    await stores.reports.putSpecimens(report.id, everySpecimen, []);
    const raw = new DatabaseSync(path);
    raw.exec('DELETE FROM specimen_bytes');
    raw.close();
    await expect(stores.reports.specimens(report.id)).rejects.toThrow('lost the bytes');
    await stores.close();
  });

  test('holds nothing of the content on the disk after a purge', async () => {
    const path = newFile();
    const time = clock();
    const stores = await openStores(`sqlite:${path}`, { now: time.now });
    const report = await stored(stores, 'a');
    await stores.reports.putSpecimens(report.id, everySpecimen, []);
    const file = await stores.cases.attach(report, [SECRET]);
    await stores.cases.assess(file.id, file.seq, assessment());
    await stores.reports.add(arrival(), ['unattached']);
    const onDisk = () => [path, `${path}-wal`].some((name) => readFileSync(name).includes(SECRET));
    expect(onDisk()).toBe(true);
    time.advance(DAY);
    await stores.purge(time.now());
    expect(onDisk()).toBe(false);
    await stores.close();
  });

  test('waits for another process without stopping the event loop', async () => {
    const path = newFile();
    const stores = await openStores(`sqlite:${path}`);
    const raw = new DatabaseSync(path);
    raw.exec('BEGIN IMMEDIATE');
    const waiting = stored(stores, 'a');
    let ticks = 0;
    await new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        ticks += 1;
        if (ticks < 10) return;
        clearInterval(timer);
        resolve();
      }, 5);
    });
    raw.exec('COMMIT');
    raw.close();
    expect((await waiting).id).toBeDefined();
    await stores.close();
  });

  test('takes the writes of two processes at once', async () => {
    const path = newFile();
    const writers = ['one', 'two'].map((name) => startWriter(path, name, 150));
    await Promise.all(writers.map(({ child }) => onceEmitted(child, 'exit')));
    const ids = writers.flatMap(({ acknowledged }) => acknowledged());
    expect(ids).toHaveLength(300);
    await expectAllKept(path, ids);
  });

  test('loses no acknowledged write to a process that is killed, three times over', async () => {
    const path = newFile();
    const ids: string[] = [];
    for (const round of ['first', 'second', 'third']) {
      const writer = startWriter(path, round, 1_000_000);
      await writer.atLeast(60);
      writer.child.kill('SIGKILL');
      await onceEmitted(writer.child, 'exit');
      ids.push(...writer.acknowledged());
    }
    expect(ids.length).toBeGreaterThanOrEqual(180);
    await expectAllKept(path, ids);
  });
});

interface Writer {
  child: ChildProcess;
  /** Resolves as soon as that many were acknowledged. */
  atLeast(count: number): Promise<void>;
  acknowledged(): string[];
}

function startWriter(path: string, name: string, count: number): Writer {
  const script = join(import.meta.dirname, 'writer.ts');
  const child = spawn(process.execPath, [script, `sqlite:${path}`, name, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  const lines = () => printed.split('\n').slice(0, -1);
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  return {
    child,
    acknowledged: lines,
    atLeast: (wanted) =>
      new Promise((resolve, reject) => {
        child.stdout.on('data', () => lines().length >= wanted && resolve());
        child.on('exit', () => reject(new Error('the writer ended by itself')));
      }),
  };
}

async function expectAllKept(path: string, ids: string[]): Promise<void> {
  const stores = await openStores(`sqlite:${path}`);
  for (const id of ids) {
    expect(await stores.reports.get(id)).toBeDefined();
    const bytes = new TextEncoder().encode(id);
    expect((await stores.reports.specimens(id))?.specimens).toEqual([{ kind: 'mail', bytes }]);
  }
  expect((await stores.jobs.counts()).waiting).toBeGreaterThanOrEqual(ids.length);
  await stores.close();
}

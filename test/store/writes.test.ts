import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../src/store/migrations/index.ts';
import { once } from '../../src/store/once.ts';
import { type Opened, openSqlite } from '../../src/store/sqlite.ts';
import { openWrites, type Write } from '../../src/store/writes.ts';

let folder: string;
let opened: Opened;
let write: Write;
const at = new Date('2026-11-22T10:00:00Z');
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lurecheck-writes-'));
  opened = openSqlite(join(folder, 'state.db'));
  await migrate(opened.db, opened.types, at);
  write = openWrites(opened.db);
});
afterEach(async () => {
  await opened.db.destroy();
  rmSync(folder, { recursive: true });
});

/** What another process would find on the disk at this moment. */
function onDisk(): string[] {
  const other = new DatabaseSync(join(folder, 'state.db'), { readOnly: true });
  const keys = other
    .prepare('select key from once order by key')
    .all()
    .map(({ key }) => String(key));
  other.close();
  return keys;
}

describe('writes that wait at the same moment', () => {
  it('are on the disk before any of them is acknowledged', async () => {
    const seen: string[][] = [];
    await Promise.all(
      ['a', 'b', 'c'].map(async (key) => {
        await write((tx) => once(tx, key, at));
        seen.push(onDisk());
      }),
    );
    expect(seen).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ]);
  });

  it('see what those before them wrote', async () => {
    const [first, second] = await Promise.all([write((tx) => once(tx, 'a', at)), write((tx) => once(tx, 'a', at))]);
    expect([first, second]).toEqual([true, false]);
  });

  it('are taken back alone when they fail', async () => {
    const [good, bad, better] = await Promise.allSettled([
      write((tx) => once(tx, 'good', at)),
      write(async (tx) => {
        await once(tx, 'half', at);
        throw new Error('no');
      }),
      write((tx) => once(tx, 'better', at)),
    ]);
    expect([good, bad, better].map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(onDisk()).toEqual(['better', 'good']);
  });

  it('are all refused when the commit fails, and those after them are not', async () => {
    await sql`pragma foreign_keys = on`.execute(opened.db);
    // A deferred constraint is looked at only by the commit.
    const spoilt = write(async (tx) => {
      await sql`pragma defer_foreign_keys = on`.execute(tx);
      await sql`insert into events (case_id, seq, at, kind, body) values ('C-NOWHERE', 1, 1, 'x', '{}')`.execute(tx);
    });
    const beside = write((tx) => once(tx, 'beside', at));
    const outcomes = await Promise.allSettled([spoilt, beside]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(onDisk()).toEqual([]);
    expect(await write((tx) => once(tx, 'after', at))).toBe(true);
    expect(onDisk()).toEqual(['after']);
  });

  it('are more than fit into one transaction, and all come through', async () => {
    const keys = Array.from({ length: 200 }, (_, n) => `k${String(n).padStart(3, '0')}`);
    const firsts = await Promise.all(keys.map((key) => write((tx) => once(tx, key, at))));
    expect(firsts.every(Boolean)).toBe(true);
    expect(onDisk()).toEqual(keys);
  });
});

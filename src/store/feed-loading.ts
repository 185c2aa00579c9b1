import { CompiledQuery, type Kysely } from 'kysely';
import { addToFilter, emptyFilter } from './feed-filter.ts';
import type { FeedEntry, FeedLoading } from './feed-store.ts';
import { sweepEditions } from './feed-sweep.ts';
import type { Database } from './schema.ts';
import type { Write } from './writes.ts';

/** How long a feed stays taken by a process that has died. */
export const LEASE_MS = 120_000;

/** Rows in one statement, and in one transaction: the bot's own writes wait for no longer than one of these. */
const ROWS = 1_000;
const PIECE = 20_000;
/** Different notes of one list; beyond, entries stand without one. */
const MOST_NOTES = 50_000;
const MAX_NOTE = 200;

/**
 * Loads an edition: first all of it into a temporary table of this connection, which costs nobody a lock; sorted from
 * there, piece by piece, under a number that no feed names yet; then one row that names it.
 */
export async function beginLoading(
  db: Kysely<Database>,
  write: Write,
  now: () => Date,
  feed: string,
  lease: number,
): Promise<FeedLoading> {
  await sweepEditions(db, write, now(), feed);
  const { id: edition } = await write((tx) =>
    tx.insertInto('feed_editions').values({ feed, filter: null }).returning('id').executeTakeFirstOrThrow(),
  );
  const staged = `staged_${edition}`;
  const sorted = `sorted_${edition}`;
  const run = (text: string, values: unknown[] = []) => db.executeQuery(CompiledQuery.raw(text, values));
  await run(`create temp table ${staged} (hash bigint, more bigint, listed_at bigint, note integer)`);
  const fullText = insertText(staged, ROWS);
  const notes = new Map<string, number>();
  let put = 0;

  const noteId = (note: string | undefined): number => {
    if (!note) return 0;
    const text = note.slice(0, MAX_NOTE);
    const known = notes.get(text);
    if (known !== undefined) return known;
    if (notes.size >= MOST_NOTES) return 0;
    notes.set(text, notes.size + 1);
    return notes.size;
  };
  // `busy_until` is the token as well: whoever finds another value there has lost the feed to another process.
  let held = lease;
  let lost = false;
  const prolong = async (time: number): Promise<void> => {
    const until = time + LEASE_MS;
    const { numUpdatedRows } = await write((tx) =>
      tx
        .updateTable('feeds')
        .set({ busy_until: until })
        .where('name', '=', feed)
        .where('busy_until', '=', held)
        .executeTakeFirst(),
    );
    if (numUpdatedRows === 0n) lost = true;
    else held = until;
  };
  let prolonging: Promise<void> | undefined;
  const renew = async (): Promise<void> => {
    const time = now().getTime();
    if (lost) throw new Error('another process has taken the feed over');
    if (time < held - LEASE_MS / 2) return;
    // One at a time: a second would not find the value that the first has just replaced.
    prolonging ??= prolong(time).finally(() => {
      prolonging = undefined;
    });
    await prolonging;
  };
  // A slow source may keep an update waiting for longer than the lease.
  const heartbeat = setInterval(() => void renew().catch(() => {}), LEASE_MS / 4).unref();
  const dropTables = async (): Promise<void> => {
    clearInterval(heartbeat);
    await run(`drop table if exists ${staged}`);
    await run(`drop table if exists ${sorted}`);
  };
  const release = (
    tx: Kysely<Database>,
    {
      failed,
      ...columns
    }: { copy?: string; fresh_at?: number; edition?: number; fault: string | null; failed: boolean },
  ) =>
    tx
      .updateTable('feeds')
      .set({ ...columns, busy_until: 0, ...(!failed && { failures: 0 }) })
      .where('name', '=', feed)
      .where('busy_until', '=', held)
      .executeTakeFirst();
  const giveUp = async (set: Parameters<typeof release>[1]): Promise<void> => {
    await dropTables();
    await write((tx) => release(tx, set));
    await sweepEditions(db, write, now(), feed);
  };

  let counted: number | undefined;
  async function count(): Promise<number> {
    if (put === 0) return 0;
    if (counted !== undefined) return counted;
    await run(
      `create temp table if not exists ${sorted} (n integer primary key, hash bigint, more bigint, listed_at bigint, note integer)`,
    );
    await run(`delete from ${sorted}`);
    await run(
      `insert into ${sorted} (hash, more, listed_at, note)
       select hash, more, max(listed_at), max(note) from ${staged} group by hash, more order by hash, more`,
    );
    const { rows } = await run(`select count(*) as count from ${sorted}`);
    counted = (rows[0] as { count: number }).count;
    return counted;
  }

  async function fill(count: number): Promise<Uint8Array> {
    const filter = emptyFilter(count);
    for (let from = 0; from < count; from += PIECE) {
      const [low, high] = [from + 1, Math.min(from + PIECE, count)];
      await renew();
      await write((tx) =>
        tx.executeQuery(
          CompiledQuery.raw(
            `insert into feed_entries (edition, hash, more, listed_at, note)
             select ?, hash, more, listed_at, note from ${sorted} where n between ? and ?`,
            [edition, low, high],
          ),
        ),
      );
    }
    // In small pieces: a row is an object, and a million of them a hundred megabytes.
    for (let low = 1; low <= count; low += ROWS) {
      const { rows } = await run(`select hash, more from ${sorted} where n between ? and ?`, [low, low + ROWS - 1]);
      for (const { hash, more } of rows as { hash: number; more: number }[]) addToFilter(filter, hash, more);
    }
    const rows = [...notes].map(([text, id]) => ({ edition, id, text }));
    for (let at = 0; at < rows.length; at += ROWS) {
      await write((tx) =>
        tx
          .insertInto('feed_notes')
          .values(rows.slice(at, at + ROWS))
          .execute(),
      );
    }
    return filter;
  }

  /** All of it or nothing: the filter without which nobody asks an edition, and the row that names it. */
  const putInForce = (set: Parameters<typeof release>[1], filter: Uint8Array) =>
    write(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('feed_editions')
        .set({ filter })
        .where('id', '=', edition)
        .executeTakeFirst();
      // Swept away by a process that took the feed over, or took it off.
      return numUpdatedRows > 0n && (await release(tx, set)).numUpdatedRows > 0n;
    });

  return {
    async put(entries) {
      await renew();
      for (let start = 0; start < entries.length; start += ROWS) {
        const end = Math.min(start + ROWS, entries.length);
        const values: number[] = [];
        for (let at = start; at < end; at += 1) {
          const { hash, more, listedAt, note } = entries[at] as FeedEntry;
          values.push(hash, more, listedAt ? Math.max(0, Math.floor(listedAt.getTime() / 1000)) : 0, noteId(note));
        }
        put += end - start;
        counted = undefined;
        await run(end - start === ROWS ? fullText : insertText(staged, end - start), values);
      }
    },

    count,

    async finish(state, freshAt) {
      const entries = await count();
      await run(`drop table ${staged}`);
      const filter = await fill(entries);
      const copy = JSON.stringify({ ...state, entries, loadedAt: now().getTime() });
      const set = { edition, copy, fresh_at: freshAt.getTime(), fault: null, failed: false };
      const done = await putInForce(set, filter);
      await dropTables();
      await sweepEditions(db, write, now(), feed);
      return done ? entries : undefined;
    },

    unchanged: (freshAt) => giveUp({ fresh_at: freshAt.getTime(), fault: null, failed: false }),
    fail: (reason) => giveUp({ fault: reason.slice(0, 500), failed: true }),
  };
}

function insertText(table: string, rows: number): string {
  return `insert into ${table} values ${'(?,?,?,?),'.repeat(rows).slice(0, -1)}`;
}

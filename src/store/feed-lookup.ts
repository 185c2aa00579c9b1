import { CompiledQuery, type Kysely } from 'kysely';
import { mayHold } from './feed-filter.ts';
import type { FeedHit, FeedKey, FeedStore } from './feed-store.ts';
import type { Database } from './schema.ts';

/** Keys in one query; SQLite allows 32,766 parameters. */
const CHUNK = 10_000;
/** Parts of a union: SQLite allows 500. */
const MOST_PARTS = 400;

interface Edition {
  id: number;
  feed: string;
  filter: Uint8Array;
}

/**
 * Asks the editions in force. Their filters are held in memory and answer for most keys; what passes them is asked in one
 * query. An edition may be replaced in between and its entries deleted: then everything is asked again.
 */
export function openFeedLookup(db: Kysely<Database>): FeedStore['lookup'] {
  const loaded = new Map<number, Edition>();

  async function editionsInForce(): Promise<Edition[]> {
    const rows = await db.selectFrom('feeds').select(['name', 'edition']).where('edition', 'is not', null).execute();
    const ids = new Set(rows.map(({ edition }) => edition as number));
    for (const id of loaded.keys()) if (!ids.has(id)) loaded.delete(id);
    for (const { name, edition } of rows) {
      const id = edition as number;
      if (loaded.has(id)) continue;
      const row = await db.selectFrom('feed_editions').select('filter').where('id', '=', id).executeTakeFirst();
      if (row?.filter) loaded.set(id, { id, feed: name, filter: row.filter });
    }
    return [...loaded.values()];
  }

  return async (keys) => {
    let editions = await editionsInForce();
    for (;;) {
      const found = await ask(db, editions, keys);
      const again = await editionsInForce();
      if (same(editions, again)) return found;
      editions = again;
    }
  };
}

function same(some: Edition[], others: Edition[]): boolean {
  return some.length === others.length && some.every(({ id }) => others.some((other) => other.id === id));
}

async function ask(db: Kysely<Database>, editions: Edition[], keys: FeedKey[]): Promise<Map<number, FeedHit[]>> {
  const questions: Question[] = [];
  for (const { id, filter } of editions) {
    const hashes: number[] = [];
    for (const { hash, more } of keys) if (mayHold(filter, hash, more)) hashes.push(hash);
    for (let at = 0; at < hashes.length; at += CHUNK) {
      questions.push({ id, hashes: padded(hashes.slice(at, at + CHUNK)) });
    }
  }
  const byHash = new Map<number, Row[]>();
  for (const batch of batches(questions)) {
    for (const row of await entries(db, batch)) {
      const known = byHash.get(row.hash);
      if (known) known.push(row);
      else byHash.set(row.hash, [row]);
    }
  }
  const found = new Map<number, FeedHit[]>();
  if (byHash.size === 0) return found;
  const names = new Map(editions.map(({ id, feed }) => [id, feed]));
  for (const [position, { hash, more }] of keys.entries()) {
    const rows = byHash.get(hash)?.filter((row) => row.more === more) ?? [];
    if (rows.length > 0) {
      found.set(
        position,
        rows.map((row) => hitOf(row, names.get(row.edition) ?? '')),
      );
    }
  }
  return found;
}

interface Question {
  id: number;
  hashes: number[];
}

/** As many questions in one query as SQLite takes parameters and parts: nearly always all of them. */
function batches(questions: Question[]): Question[][] {
  const all: Question[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const question of questions) {
    if (size + question.hashes.length > CHUNK || (all.at(-1)?.length ?? 0) >= MOST_PARTS) {
      all.push([]);
      size = 0;
    }
    all.at(-1)?.push(question);
    size += question.hashes.length;
  }
  return all;
}

interface Row {
  edition: number;
  hash: number;
  more: number;
  listed_at: number;
  text: string | null;
}

/** Filled up to a power of two with what is asked already, so that there are few different texts to compile. */
function padded(hashes: number[]): number[] {
  const size = Math.min(CHUNK, 2 ** Math.ceil(Math.log2(Math.max(4, hashes.length))));
  return [...hashes, ...Array<number>(Math.max(0, size - hashes.length)).fill(hashes[0] ?? 0)];
}

/** As text: Kysely makes an object of each of the hashes, which takes longer than finding them. */
async function entries(db: Kysely<Database>, questions: Question[]): Promise<Row[]> {
  const parts = questions.map(
    ({ hashes }) =>
      `select edition, hash, more, listed_at, case when note > 0 then
         (select text from feed_notes where feed_notes.edition = feed_entries.edition and id = note) end as text
       from feed_entries where edition = ? and hash in (${'?,'.repeat(hashes.length).slice(0, -1)})`,
  );
  const values = questions.flatMap(({ id, hashes }) => [id, ...hashes]);
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(parts.join(' union all '), values));
  return rows;
}

function hitOf(row: Row, feed: string): FeedHit {
  return {
    feed,
    ...(row.listed_at > 0 && { listedAt: new Date(row.listed_at * 1000) }),
    ...(row.text !== null && { note: row.text }),
  };
}

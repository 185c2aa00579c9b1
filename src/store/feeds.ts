import type { Kysely } from 'kysely';
import { z } from 'zod';
import { beginLoading, LEASE_MS } from './feed-loading.ts';
import { openFeedLookup } from './feed-lookup.ts';
import { FEED_FORMATS, type Feed, type FeedDefinition, type FeedStore } from './feed-store.ts';
import { sweepEditions } from './feed-sweep.ts';
import { readJson } from './json.ts';
import type { Database, FeedRow } from './schema.ts';
import type { Write } from './writes.ts';

export function feedStore(db: Kysely<Database>, write: Write, now: () => Date): FeedStore {
  return {
    async list() {
      const rows = await db.selectFrom('feeds').selectAll().orderBy('name').execute();
      return rows.map(feedOf);
    },

    async get(name) {
      const row = await db.selectFrom('feeds').selectAll().where('name', '=', name).executeTakeFirst();
      return row && feedOf(row);
    },

    add: (definition) =>
      write(async (tx) => {
        const { name, ...rest } = definition;
        const added = await tx
          .insertInto('feeds')
          .values({
            name,
            definition: JSON.stringify(rest),
            added_at: now().getTime(),
            edition: null,
            copy: null,
            fresh_at: null,
            tried_at: null,
            failures: 0,
            fault: null,
            busy_until: 0,
          })
          .onConflict((conflict) => conflict.doNothing())
          .returning('name')
          .executeTakeFirst();
        return added !== undefined;
      }),

    async remove(name) {
      const gone = await write((tx) => tx.deleteFrom('feeds').where('name', '=', name).executeTakeFirst());
      await sweepEditions(db, write, now());
      return gone.numDeletedRows > 0n;
    },

    async begin(name) {
      const time = now().getTime();
      const mine = await write((tx) =>
        tx
          .updateTable('feeds')
          // Counted as failed until it has not: one that dies in the middle is tried again soon.
          .set((eb) => ({ busy_until: time + LEASE_MS, tried_at: time, failures: eb('failures', '+', 1) }))
          .where('name', '=', name)
          .where('busy_until', '<=', time)
          .returning('name')
          .executeTakeFirst(),
      );
      return mine && beginLoading(db, write, now, name, time + LEASE_MS);
    },

    lookup: openFeedLookup(db),
  };
}

const definitionShape = z.looseObject({
  source: z.string(),
  format: z.enum(FEED_FORMATS),
  role: z.enum(['danger', 'warning']),
  trusted: z.boolean(),
  everyMs: z.number(),
  maxAgeMs: z.number(),
});
const readDefinition = readJson<Omit<FeedDefinition, 'name'>>('feed', definitionShape);
type StoredCopy = Omit<NonNullable<Feed['copy']>, 'loadedAt' | 'freshAt'> & { loadedAt: number };
const readCopy = readJson<StoredCopy>('feed', z.looseObject({ entries: z.number(), loadedAt: z.number() }));

function feedOf(row: FeedRow): Feed {
  const copy = row.copy === null ? undefined : readCopy(row.copy, row.name);
  return {
    ...readDefinition(row.definition, row.name),
    name: row.name,
    addedAt: new Date(row.added_at),
    copy: copy && { ...copy, loadedAt: new Date(copy.loadedAt), freshAt: new Date(row.fresh_at ?? copy.loadedAt) },
    triedAt: row.tried_at === null ? undefined : new Date(row.tried_at),
    failures: row.failures,
    fault: row.fault ?? undefined,
  };
}

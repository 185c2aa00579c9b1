import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';
import type { Write } from './writes.ts';

/** Entries deleted in one transaction: short, so that a report never waits for it. */
const PIECE = 20_000;

/**
 * Deletes editions that are in force nowhere and that nobody is loading: those that were replaced, and those whose loading
 * died. `mine` is a feed whose lease the caller holds, and `keep` the edition that it is loading.
 */
export async function sweepEditions(
  db: Kysely<Database>,
  write: Write,
  now: Date,
  mine?: string,
  keep?: number,
): Promise<void> {
  const inForce = db.selectFrom('feeds').select('edition').where('edition', 'is not', null);
  const atWork = db.selectFrom('feeds').select('name').where('busy_until', '>', now.getTime());
  const old = await db
    .selectFrom('feed_editions')
    .select('id')
    .where('id', 'not in', inForce as never)
    .$if(keep !== undefined, (query) => query.where('id', '!=', keep as number))
    .where((eb) => eb.or([eb('feed', 'not in', atWork), eb('feed', '=', mine ?? '')]))
    .execute();
  for (const { id } of old) {
    for (;;) {
      const gone = await write((tx) =>
        tx
          .deleteFrom('feed_entries')
          .where('edition', '=', id)
          .where('hash', 'in', (eb) =>
            eb.selectFrom('feed_entries').select('hash').where('edition', '=', id).orderBy('hash').limit(PIECE),
          )
          .executeTakeFirst(),
      );
      if (gone.numDeletedRows === 0n) break;
    }
    await write(async (tx) => {
      await tx.deleteFrom('feed_notes').where('edition', '=', id).execute();
      await tx.deleteFrom('feed_editions').where('id', '=', id).execute();
    });
  }
}

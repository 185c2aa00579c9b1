import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from './index.ts';

/**
 * Lists that others keep. An entry is the hash of its normalised key and nothing else; which edition of a feed is in force
 * stands in `feeds.edition` alone, so that a new one comes into force in one row.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration knows the tables of its own day, not today's.
export async function feeds(db: Kysely<any>, types: ColumnTypes): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('feeds')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('definition', 'text', (column) => column.notNull())
    .addColumn('added_at', 'bigint', (column) => column.notNull())
    .addColumn('edition', 'integer')
    .addColumn('copy', 'text')
    .addColumn('fresh_at', 'bigint')
    .addColumn('tried_at', 'bigint')
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('fault', 'text')
    .addColumn('busy_until', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('feed_editions')
    .addColumn('id', types.id, (column) => types.numbered(column.primaryKey()))
    .addColumn('feed', 'text', (column) => column.notNull())
    .addColumn('filter', types.bytes)
    .execute();
  await schema
    .createTable('feed_entries')
    .addColumn('edition', 'integer', (column) => column.notNull())
    .addColumn('hash', 'bigint', (column) => column.notNull())
    .addColumn('more', 'bigint', (column) => column.notNull())
    .addColumn('listed_at', 'bigint', (column) => column.notNull())
    .addColumn('note', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('feed_entries_pk', ['edition', 'hash', 'more'])
    .modifyEnd(sql.raw(types.clustered))
    .execute();
  await schema
    .createTable('feed_notes')
    .addColumn('edition', 'integer', (column) => column.notNull())
    .addColumn('id', 'integer', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('feed_notes_pk', ['edition', 'id'])
    .execute();
}

import type { ColumnDefinitionBuilder, Kysely } from 'kysely';
import { SetupError } from '../../errors.ts';
import type { Database } from '../schema.ts';
import { foundation } from './0001-foundation.ts';
import { feeds } from './0002-feeds.ts';
import { receipts } from './0003-receipts.ts';

/** How a dialect spells what has no common name. */
export interface ColumnTypes {
  bytes: 'blob' | 'bytea';
  /** A row number that the database gives, never twice. */
  id: 'integer' | 'bigserial';
  numbered(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder;
  /** What stands behind a table whose rows shall lie in the order of their primary key, without a second index. */
  clustered: 'without rowid' | '';
}

/** In the order of their numbers. Forward only: one that was released is never changed, the next one mends it. */
const MIGRATIONS: { name: string; up(db: Kysely<Database>, types: ColumnTypes): Promise<void> }[] = [
  { name: '0001-foundation', up: foundation },
  { name: '0002-feeds', up: feeds },
  { name: '0003-receipts', up: receipts },
];

/**
 * Brings the tables up to date, all in one transaction: a crash leaves the old state whole, and two processes that start
 * at once run each migration once. (Kysely's own Migrator does neither on SQLite.)
 *
 * Throws SetupError when a newer lurecheck has been here: its rows may mean what this one would misread.
 */
export async function migrate(db: Kysely<Database>, types: ColumnTypes, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.schema
      .createTable('migrations')
      .ifNotExists()
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .execute();
    for (const { name, up } of await missing(tx)) {
      await up(tx, types);
      await tx.insertInto('migrations').values({ name, at: now.getTime() }).execute();
    }
  });
}

/**
 * Names of the migrations that are still to come, without running any. Takes the lock of a writer, so that a database that
 * cannot be written is told from one that can.
 */
export async function pending(db: Kysely<Database>): Promise<string[]> {
  return db.transaction().execute(async (tx) => {
    const tables = await tx.introspection.getTables();
    const isOurs = tables.some(({ name }) => name === 'migrations');
    return (isOurs ? await missing(tx) : MIGRATIONS).map(({ name }) => name);
  });
}

async function missing(tx: Kysely<Database>): Promise<typeof MIGRATIONS> {
  const rows = await tx.selectFrom('migrations').select('name').execute();
  const applied = new Set(rows.map((row) => row.name));
  const unknown = [...applied].filter((name) => !MIGRATIONS.some((migration) => migration.name === name));
  if (unknown.length > 0) {
    throw new SetupError(
      `The database of STATE_URL was written by a newer lurecheck (${unknown.join(', ')}). Run that version or a later one, or name another database.`,
    );
  }
  return MIGRATIONS.filter(({ name }) => !applied.has(name));
}

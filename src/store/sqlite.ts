import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteStatement,
  sql,
} from 'kysely';
import type { ColumnTypes } from './migrations/index.ts';
import type { Database } from './schema.ts';

/** A database and all that is particular to its dialect. */
export interface Opened {
  db: Kysely<Database>;
  types: ColumnTypes;
  /** Makes what was deleted unreadable on the disk too. */
  scrub(): Promise<void>;
}

/** How long a write waits for another process to finish its own, in milliseconds. */
const PATIENCE = 10_000;

const TYPES: ColumnTypes = {
  bytes: 'blob',
  id: 'integer',
  numbered: (column) => column.autoIncrement(),
  clustered: 'without rowid',
};

/**
 * Opens a file (or `:memory:`). Throws what SQLite throws.
 *
 * One connection a process; Kysely hands it to one query or transaction at a time, so transactions never interleave.
 */
export function openSqlite(path: string): Opened {
  const database = new DatabaseSync(path, { timeout: PATIENCE });
  try {
    switchToWal(database);
    // FULL: what was acknowledged survives a power cut. Reports are few; each is worth its fsync.
    database.exec('PRAGMA synchronous = FULL');
    database.exec('PRAGMA foreign_keys = ON');
    // Deleted content is overwritten with zeros, not only unlinked.
    database.exec('PRAGMA secure_delete = ON');
    // From here on `patient` waits: SQLite's own waiting would stop the event loop, and Slack's acks with it.
    database.exec('PRAGMA busy_timeout = 0');
  } catch (error) {
    database.close();
    throw error;
  }
  const db = new Kysely<Database>({ dialect: new PatientDialect({ database: asKyselyWants(database) }) });
  return {
    db,
    types: TYPES,
    async scrub() {
      await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
    },
  };
}

/**
 * Two processes that open a new file at the same moment both want to switch it, and SQLite tells one of them that it is
 * busy without any waiting of its own. Blocks, which at the start keeps nobody waiting.
 */
function switchToWal(database: DatabaseSync): void {
  const giveUpAt = performance.now() + PATIENCE;
  for (;;) {
    try {
      database.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUpAt) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

/** Compiled statements that are kept: compiling costs as much as running, and one that is let go holds its memory for long. */
const MOST_STATEMENTS = 64;

/** node:sqlite in the shape of better-sqlite3, which Kysely's dialect was written for. */
function asKyselyWants(database: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(text): SqliteStatement {
      const known = kept.get(text);
      if (known) {
        kept.delete(text);
        kept.set(text, known);
        return known;
      }
      const statement = database.prepare(text);
      const prepared: SqliteStatement = {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
        run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
        // One of its own: it may still be walked when the same text is asked again.
        iterate: (parameters) => database.prepare(text).iterate(...(parameters as SQLInputValue[])),
      };
      kept.set(text, prepared);
      const [oldest] = kept.keys();
      if (kept.size > MOST_STATEMENTS && oldest !== undefined) kept.delete(oldest);
      return prepared;
    },
  };
}

class PatientDialect extends SqliteDialect {
  override createDriver(): Driver {
    const driver = super.createDriver();
    let connection: DatabaseConnection | undefined;
    return {
      init: (options) => driver.init(options),
      async acquireConnection(options) {
        connection ??= patient(await driver.acquireConnection(options));
        return connection;
      },
      // A deferred transaction that reads first and writes later fails at once when another process wrote in between.
      async beginTransaction(held) {
        await held.executeQuery(CompiledQuery.raw('begin immediate'));
      },
      commitTransaction: (held) => driver.commitTransaction(held),
      rollbackTransaction: (held) => driver.rollbackTransaction(held),
      releaseConnection: (held, options) => driver.releaseConnection(held, options),
      destroy: (options) => driver.destroy(options),
    };
  }
}

/** Waits for another process's write without stopping the event loop. Within a transaction nothing is ever busy. */
function patient(connection: DatabaseConnection): DatabaseConnection {
  return {
    streamQuery: (query, chunkSize, options) => connection.streamQuery(query, chunkSize, options),
    async executeQuery(query, options) {
      const giveUpAt = performance.now() + PATIENCE;
      for (;;) {
        try {
          return await connection.executeQuery(query, options);
        } catch (error) {
          if (!isBusy(error) || performance.now() > giveUpAt) throw error;
          await sleep(1 + Math.random() * 9);
        }
      }
    },
  };
}

/** SQLITE_BUSY, in any of its extended forms (https://sqlite.org/rescode.html#busy). */
function isBusy(error: unknown): boolean {
  const code = (error as { errcode?: unknown }).errcode;
  return typeof code === 'number' && (code & 0xff) === 5;
}

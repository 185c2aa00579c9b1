import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from './index.ts';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the tables of its own day, not today's.
export async function foundation(db: Kysely<any>, types: ColumnTypes): Promise<void> {
  const { schema } = db;

  await schema
    .createTable('cases')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'bigint', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .execute();
  await schema
    .createTable('case_keys')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('key_hash', 'text', (column) => column.notNull())
    .addColumn('case_id', 'text', (column) => column.notNull().references('cases.id'))
    .addPrimaryKeyConstraint('case_keys_pk', ['team', 'key_hash'])
    .execute();
  for (const [table, pk] of [
    ['events', 'events_pk'],
    ['assessments', 'assessments_pk'],
  ] as const) {
    let create = schema
      .createTable(table)
      .addColumn('case_id', 'text', (column) => column.notNull().references('cases.id'))
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull());
    if (table === 'events') create = create.addColumn('kind', 'text', (column) => column.notNull());
    await create
      .addColumn('body', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint(pk, ['case_id', 'seq'])
      .execute();
  }

  await schema
    .createTable('reports')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addColumn('case_id', 'text', (column) => column.references('cases.id'))
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('content', 'text')
    .addColumn('spot', 'text')
    .addColumn('gaps', 'text')
    .execute();
  await schema.createIndex('reports_received_at').on('reports').column('received_at').execute();
  await schema
    .createTable('report_keys')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('report_id', 'text', (column) => column.notNull().references('reports.id').onDelete('cascade'))
    .execute();
  await schema.createIndex('report_keys_report').on('report_keys').column('report_id').execute();
  await schema
    .createTable('specimens')
    .addColumn('report_id', 'text', (column) => column.notNull().references('reports.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text')
    .addColumn('body', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('specimens_pk', ['report_id', 'position'])
    .execute();
  await schema
    .createTable('specimen_bytes')
    .addColumn('report_id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('part', 'integer', (column) => column.notNull())
    .addColumn('bytes', types.bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('specimen_bytes_pk', ['report_id', 'position', 'part'])
    .addForeignKeyConstraint(
      'specimen_bytes_specimen',
      ['report_id', 'position'],
      'specimens',
      ['report_id', 'position'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();

  await schema
    .createTable('jobs')
    .addColumn('id', types.id, (column) => types.numbered(column.primaryKey()))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('urgent', 'integer', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('run_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .addColumn('error', 'text')
    .addUniqueConstraint('jobs_kind_key', ['kind', 'key'])
    .execute();
  await schema
    .createIndex('jobs_open')
    .on('jobs')
    .columns(['urgent desc', 'run_at', 'id'])
    .where(sql<boolean>`ended_at is null`)
    .execute();
  await schema
    .createIndex('jobs_ended_at')
    .on('jobs')
    .column('ended_at')
    .where(sql<boolean>`ended_at is not null`)
    .execute();

  await schema
    .createTable('indicators')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('feed', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('case_id', 'text', (column) => column.notNull())
    .addColumn('listed_at', 'bigint', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('indicators_pk', ['kind', 'value', 'team', 'feed', 'case_id'])
    .execute();
  await schema.createIndex('indicators_case').on('indicators').columns(['case_id', 'team']).execute();

  await schema
    .createTable('kv')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint')
    .execute();
  await schema.createIndex('kv_expires_at').on('kv').column('expires_at').execute();
  await schema
    .createTable('once')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
}

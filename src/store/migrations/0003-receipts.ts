import type { Kysely } from 'kysely';
import type { ColumnTypes } from './index.ts';

/** Which service was asked what for a report. Goes with the report's content, since it holds what was seen in it. */
// biome-ignore lint/suspicious/noExplicitAny: a migration knows the tables of its own day, not today's.
export async function receipts(db: Kysely<any>, types: ColumnTypes): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('receipts')
    .addColumn('id', types.id, (column) => types.numbered(column.primaryKey()))
    .addColumn('report_id', 'text', (column) => column.notNull().references('reports.id').onDelete('cascade'))
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('receipts_report').on('receipts').column('report_id').execute();
}

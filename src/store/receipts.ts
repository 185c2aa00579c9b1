import type { Kysely } from 'kysely';
import { readReceipt } from './json.ts';
import type { Database } from './schema.ts';
import type { ReceiptStore } from './stores.ts';
import type { Write } from './writes.ts';

/** A case of hundreds of copies asks the same questions again and again; the newest tell enough. */
const MOST = 500;

export function receiptStore(db: Kysely<Database>, write: Write): ReceiptStore {
  return {
    async add(reportId, receipts) {
      if (receipts.length === 0) return;
      await write(async (tx) => {
        const report = await tx.selectFrom('reports').select('content').where('id', '=', reportId).executeTakeFirst();
        // Deleted meanwhile: its receipts would outlive it.
        if (!report || report.content === null) return;
        await tx
          .deleteFrom('receipts')
          .where('report_id', '=', reportId)
          .where('body', 'in', receipts.map(bodyOf))
          .execute();
        await tx
          .insertInto('receipts')
          .values(receipts.map((receipt) => ({ report_id: reportId, body: bodyOf(receipt) })))
          .execute();
      });
    },

    async ofCase(caseId) {
      const rows = await db
        .selectFrom('receipts')
        .innerJoin('reports', 'reports.id', 'receipts.report_id')
        .select('receipts.body')
        .where('reports.case_id', '=', caseId)
        .orderBy('receipts.id', 'desc')
        .limit(MOST)
        .execute();
      return rows.reverse().map(({ body }) => readReceipt(body, `receipt of case ${caseId}`));
    },
  };
}

/** The same receipt always gives the same text, so that a job that runs twice stores it once. */
function bodyOf({ provider, asked, at, outcome, answer }: Parameters<ReceiptStore['add']>[1][number]): string {
  return JSON.stringify({ provider, asked, at, outcome, answer });
}

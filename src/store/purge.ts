import type { Kysely } from 'kysely';
import { DAY } from './jobs.ts';
import type { Database } from './schema.ts';

/** Deletes as `Stores.purge` says, all or nothing. */
export async function purge(db: Kysely<Database>, before: Date, now: Date): Promise<{ reports: number; jobs: number }> {
  const limit = before.getTime();
  return db.transaction().execute(async (tx) => {
    const old = tx.selectFrom('reports').select('id').where('received_at', '<', limit);
    await tx.deleteFrom('specimens').where('report_id', 'in', old).execute();
    await tx.deleteFrom('receipts').where('report_id', 'in', old).execute();
    await tx.deleteFrom('assessments').where('at', '<', limit).execute();
    const emptied = await tx
      .updateTable('reports')
      .set({ content: null, gaps: null })
      .where('received_at', '<', limit)
      .where('case_id', 'is not', null)
      .where('content', 'is not', null)
      .executeTakeFirst();
    // Belongs to no case, so to no audit trail: a /checklink that nobody sent on.
    const gone = await tx
      .deleteFrom('reports')
      .where('received_at', '<', limit)
      .where('case_id', 'is', null)
      .executeTakeFirst();
    const jobs = await tx
      .deleteFrom('jobs')
      .where((eb) =>
        eb.or([
          eb.and([eb('state', '=', 'done'), eb('ended_at', '<=', now.getTime() - DAY)]),
          eb.and([eb('state', '=', 'dead'), eb('ended_at', '<', limit)]),
        ]),
      )
      .executeTakeFirst();
    await tx.deleteFrom('kv').where('expires_at', '<=', now.getTime()).execute();
    return {
      reports: Number(emptied.numUpdatedRows + gone.numDeletedRows),
      jobs: Number(jobs.numDeletedRows),
    };
  });
}

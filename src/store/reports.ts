import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Report } from '../model.ts';
import { enqueue } from './jobs.ts';
import { type Content, type Origin, readContent, readGaps, readOrigin, readSpot } from './json.ts';
import type { Database, ReportRow } from './schema.ts';
import { readSpecimens, writeSpecimens } from './specimens.ts';
import type { ReportStore } from './stores.ts';
import type { Write } from './writes.ts';

/** Rolls the transaction back: one of the keys was taken. */
class KnownDelivery extends Error {
  override name = 'KnownDelivery';
}

export function reportStore(db: Kysely<Database>, write: Write, now: () => Date): ReportStore {
  return {
    async add(arrival, keys, { job = true } = {}) {
      const report: Report = { ...arrival, id: randomUUID(), receivedAt: now() };
      const { reporter, route, place, source, parts, note } = arrival;
      try {
        await write(async (tx) => {
          await tx
            .insertInto('reports')
            .values({
              id: report.id,
              team: reporter.team,
              received_at: report.receivedAt.getTime(),
              origin: JSON.stringify({ reporter, route, place, source } satisfies Origin),
              content: JSON.stringify({ parts, note } satisfies Content),
            })
            .execute();
          for (const key of new Set(keys)) {
            const taken = await tx
              .insertInto('report_keys')
              .values({ key, report_id: report.id })
              .onConflict((conflict) => conflict.doNothing())
              .returning('key')
              .executeTakeFirst();
            if (!taken) throw new KnownDelivery();
          }
          if (job) await enqueue(tx, [{ kind: 'report', key: report.id }], now());
        });
      } catch (error) {
        if (error instanceof KnownDelivery) return undefined;
        throw error;
      }
      return report;
    },

    async get(id) {
      const row = await db.selectFrom('reports').selectAll().where('id', '=', id).executeTakeFirst();
      return row && reportOf(row);
    },

    async setSpot(id, spot) {
      await write((tx) =>
        tx
          .updateTable('reports')
          .set({ spot: JSON.stringify(spot) })
          .where('id', '=', id)
          .execute(),
      );
    },

    async putSpecimens(id, specimens, gaps) {
      await write(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('reports')
          .set({ gaps: JSON.stringify(gaps) })
          .where('id', '=', id)
          .where('content', 'is not', null) // not back in after a deletion
          .executeTakeFirst();
        if (numUpdatedRows > 0n) await writeSpecimens(tx, id, specimens);
      });
    },

    specimens: (id) =>
      db.transaction().execute(async (tx) => {
        const row = await tx.selectFrom('reports').select('gaps').where('id', '=', id).executeTakeFirst();
        if (row?.gaps == null) return undefined;
        return { specimens: await readSpecimens(tx, id), gaps: readGaps(row.gaps, `report ${id}`) };
      }),
  };
}

/** A report whose content was deleted has no parts. */
function reportOf(row: ReportRow): Report {
  const where = `report ${row.id}`;
  const origin = readOrigin(row.origin, where);
  const content: Content = row.content === null ? { parts: [] } : readContent(row.content, where);
  return {
    ...origin,
    ...content,
    id: row.id,
    receivedAt: new Date(row.received_at),
    ...(row.case_id === null ? {} : { caseId: row.case_id }),
    ...(row.spot === null ? {} : { spot: readSpot(row.spot, where) }),
  };
}

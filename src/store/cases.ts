import { createHash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { type Case, type CaseEvent, replay, type StoredEvent } from '../case.ts';
import { enqueue } from './jobs.ts';
import { readAssessment, readEvent } from './json.ts';
import type { Database } from './schema.ts';
import { type CaseStore, ConflictError, type NewJob } from './stores.ts';
import type { Write } from './writes.ts';

export function caseStore(db: Kysely<Database>, write: Write, now: () => Date): CaseStore {
  async function append(tx: Kysely<Database>, id: string, seq: number, event: CaseEvent, jobs: NewJob[]) {
    // Compare and set: of two writers that saw the same `seq`, one changes the row and the other changes nothing.
    const { numUpdatedRows } = await tx
      .updateTable('cases')
      .set({ seq: seq + 1 })
      .where('id', '=', id)
      .where('seq', '=', seq)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new ConflictError(`Case ${id} has moved on from ${seq}, or does not exist.`);
    const { kind } = event;
    await tx
      .insertInto('events')
      .values({ case_id: id, seq: seq + 1, at: now().getTime(), kind, body: JSON.stringify(event) })
      .execute();
    await enqueue(tx, jobs, now());
    return read(tx, id);
  }

  return {
    attach: (report, keys) =>
      write(async (tx) => {
        const stored = await tx.selectFrom('reports').select('case_id').where('id', '=', report.id).executeTakeFirst();
        if (!stored) throw new Error(`There is no report ${report.id} to attach.`);
        if (stored.case_id !== null) return read(tx, stored.case_id);

        const team = report.reporter.team;
        const hashes = [...new Set(keys.map(hashOf))];
        const id = (await caseWith(tx, team, hashes)) ?? (await open(tx, team, now()));
        for (const key_hash of hashes) {
          await tx
            .insertInto('case_keys')
            .values({ team, key_hash, case_id: id })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
        await tx.updateTable('reports').set({ case_id: id }).where('id', '=', report.id).execute();
        const { seq } = await tx.selectFrom('cases').select('seq').where('id', '=', id).executeTakeFirstOrThrow();
        const { reporter, place, route, source } = report;
        return append(tx, id, seq, { kind: 'reported', report: report.id, reporter, place, route, source }, []);
      }),

    async get(id) {
      return db.transaction().execute(async (tx) => {
        const known = await tx.selectFrom('cases').select('id').where('id', '=', id).executeTakeFirst();
        return known && read(tx, id);
      });
    },

    history: (id) => events(db, id),

    append: (id, seq, event, jobs = []) => write((tx) => append(tx, id, seq, event, jobs)),

    async assessment(id) {
      const row = await db
        .selectFrom('assessments')
        .select('body')
        .where('case_id', '=', id)
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && readAssessment(row.body, `case ${id}`);
    },

    assess: (id, seq, assessment, jobs = []) =>
      write(async (tx) => {
        const { risk, score, findings } = assessment.verdict;
        const checks = findings.map((finding) => finding.check);
        const after = await append(tx, id, seq, { kind: 'assessed', risk, score, checks }, jobs);
        await tx
          .insertInto('assessments')
          .values({ case_id: id, seq: after.seq, at: now().getTime(), body: JSON.stringify(assessment) })
          .execute();
        return after;
      }),
  };
}

/** The oldest case that has one of the keys. */
async function caseWith(tx: Kysely<Database>, team: string, hashes: string[]): Promise<string | undefined> {
  if (hashes.length === 0) return undefined;
  const row = await tx
    .selectFrom('case_keys')
    .innerJoin('cases', 'cases.id', 'case_keys.case_id')
    .select('cases.id')
    .where('case_keys.team', '=', team)
    .where('case_keys.key_hash', 'in', hashes)
    .orderBy('cases.opened_at')
    .orderBy('cases.id')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

async function open(tx: Kysely<Database>, team: string, at: Date): Promise<string> {
  const id = newCaseId();
  await tx.insertInto('cases').values({ id, team, opened_at: at.getTime(), seq: 0 }).execute();
  return id;
}

async function read(tx: Kysely<Database>, id: string): Promise<Case> {
  const { team, opened_at } = await tx
    .selectFrom('cases')
    .select(['team', 'opened_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return replay(id, team, new Date(opened_at), await events(tx, id));
}

async function events(db: Kysely<Database>, id: string): Promise<StoredEvent[]> {
  const rows = await db
    .selectFrom('events')
    .select(['seq', 'at', 'body'])
    .where('case_id', '=', id)
    .orderBy('seq')
    .execute();
  return rows.map(({ seq, at, body }) => ({
    ...readEvent(body, `event ${seq} of case ${id}`),
    seq,
    at: new Date(at),
  }));
}

/** A key may hold a link or a Message-ID. Cases outlive content, so only its hash is kept. */
function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

/** Crockford's base32 (https://www.crockford.com/base32.html): no I, L, O or U, so it can be read out over a telephone. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `C-` and 40 random bits. One that is taken already fails the insert, and the job is tried again. */
function newCaseId(): string {
  return `C-${Array.from(randomBytes(8), (byte) => LETTERS[byte & 31]).join('')}`;
}

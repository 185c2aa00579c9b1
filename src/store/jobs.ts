import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';
import type { Job, JobKind, JobStore, NewJob } from './stores.ts';
import type { Write } from './writes.ts';

/** How long the key of a done job stays taken. Slack gives up on an event within the hour. */
export const DAY = 24 * 60 * 60 * 1000;

export function jobStore(db: Kysely<Database>, write: Write, now: () => Date): JobStore {
  const running = (tx: Kysely<Database>, job: Job) =>
    tx.updateTable('jobs').where('id', '=', job.id).where('state', '=', 'running').where('attempts', '=', job.attempt);

  return {
    enqueue: (job) => write((tx) => enqueue(tx, [job], now())),

    async claim(limit, leaseMs) {
      const time = now().getTime();
      const rows = await db
        .updateTable('jobs')
        .set((eb) => ({ state: 'running', run_at: time + leaseMs, attempts: eb('attempts', '+', 1) }))
        .where('id', 'in', (eb) =>
          eb
            .selectFrom('jobs')
            .select('id')
            .where('ended_at', 'is', null)
            .where('run_at', '<=', time)
            .orderBy('urgent', 'desc')
            .orderBy('run_at')
            .orderBy('id')
            .limit(limit),
        )
        .returning(['id', 'kind', 'key', 'attempts', 'urgent'])
        .execute();
      // RETURNING promises no order.
      return rows
        .sort((a, b) => b.urgent - a.urgent || a.id - b.id)
        .map((row): Job => ({ id: row.id, kind: row.kind as JobKind, key: row.key, attempt: row.attempts }));
    },

    async extend(job, leaseMs) {
      const result = await write((tx) =>
        running(tx, job)
          .set({ run_at: now().getTime() + leaseMs })
          .executeTakeFirst(),
      );
      return result.numUpdatedRows > 0n;
    },

    async done(job) {
      // Whoever holds the lease by now: the work is done, and doing it again helps nobody.
      await write((tx) =>
        tx
          .updateTable('jobs')
          .set({ state: 'done', ended_at: now().getTime(), error: null })
          .where('id', '=', job.id)
          .where('state', '!=', 'done')
          .execute(),
      );
    },

    async fail(job, error, delayMs, maxAttempts) {
      const time = now().getTime();
      const dead = job.attempt >= maxAttempts;
      const result = await write((tx) =>
        running(tx, job)
          .set(dead ? { state: 'dead', ended_at: time, error } : { state: 'waiting', run_at: time + delayMs, error })
          .executeTakeFirst(),
      );
      if (result.numUpdatedRows === 0n) return 'lost';
      return dead ? 'dead' : 'retry';
    },

    async release(job) {
      await write((tx) => running(tx, job).set({ state: 'waiting', run_at: now().getTime() }).execute());
    },

    async next() {
      const row = await db
        .selectFrom('jobs')
        .select((eb) => eb.fn.min('run_at').as('at'))
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      return row?.at == null ? undefined : new Date(row.at);
    },

    async counts() {
      const rows = await db
        .selectFrom('jobs')
        .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
        .where('state', '!=', 'done')
        .groupBy('state')
        .execute();
      const counts = { waiting: 0, running: 0, dead: 0 };
      for (const { state, count } of rows) if (state !== 'done') counts[state] = Number(count);
      return counts;
    },
  };
}

/** Stores jobs within a transaction of the caller, under the rule of `NewJob`. */
export async function enqueue(tx: Kysely<Database>, jobs: NewJob[], now: Date): Promise<void> {
  const time = now.getTime();
  for (const { kind, key, urgent = false, afterMs = 0 } of jobs) {
    const fresh = { state: 'waiting' as const, attempts: 0, run_at: time + afterMs, ended_at: null, error: null };
    await tx
      .insertInto('jobs')
      .values({ ...fresh, kind, key, urgent: urgent ? 1 : 0 })
      .onConflict((conflict) =>
        conflict
          .columns(['kind', 'key'])
          .doUpdateSet((eb) => ({ ...fresh, urgent: eb.ref('excluded.urgent') }))
          .where('jobs.state', '=', 'done')
          .where('jobs.ended_at', '<=', time - DAY),
      )
      .execute();
    if (!urgent) continue;
    await tx
      .updateTable('jobs')
      .set({ urgent: 1 })
      .where('kind', '=', kind)
      .where('key', '=', key)
      .where('ended_at', 'is', null)
      .execute();
  }
}

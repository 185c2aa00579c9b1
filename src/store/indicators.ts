import type { Kysely } from 'kysely';
import type { Indicator, Observable } from '../model.ts';
import type { Database } from './schema.ts';
import type { IndicatorStore } from './stores.ts';

/** The organisation's own list, from reviewers' decisions. */
const OWN = 'own';

/** Values in one query. SQLite allows 32,766 parameters, Postgres 65,535; plans stay small. */
const CHUNK = 500;

export function indicatorStore(db: Kysely<Database>, now: () => Date): IndicatorStore {
  return {
    async find(team, observables) {
      const listed = new Map<string, Indicator[]>();
      const wanted = [...new Map(observables.map((observable) => [keyOf(observable), observable])).values()];
      for (let start = 0; start < wanted.length; start += CHUNK) {
        const kinds = Map.groupBy(wanted.slice(start, start + CHUNK), (observable) => observable.kind);
        const rows = await db
          .selectFrom('indicators')
          .selectAll()
          .$if(team !== null, (query) => query.where('team', '=', team as string))
          .where((eb) =>
            eb.or(
              [...kinds].map(([kind, some]) =>
                eb.and([
                  eb('kind', '=', kind),
                  eb(
                    'value',
                    'in',
                    some.map(({ value }) => value),
                  ),
                ]),
              ),
            ),
          )
          .orderBy('listed_at')
          .orderBy('case_id')
          .execute();
        for (const row of rows) {
          const kind = row.kind as Observable['kind'];
          const key = keyOf({ kind, value: row.value });
          const known = listed.get(key) ?? [];
          // Several cases may have listed it: the first is the one to name.
          if (known.some((indicator) => indicator.feed === row.feed)) continue;
          const listedAt = new Date(row.listed_at).toISOString();
          listed.set(key, [...known, { feed: row.feed, matched: row.value, kind, listedAt, note: row.note }]);
        }
      }
      const found = new Map<Observable, Indicator[]>();
      for (const observable of observables) {
        const indicators = listed.get(keyOf(observable));
        if (indicators) found.set(observable, indicators);
      }
      return found;
    },

    async listFromCase(team, caseId, observables, note) {
      await db.transaction().execute(async (tx) => {
        await tx
          .deleteFrom('indicators')
          .where('team', '=', team)
          .where('feed', '=', OWN)
          .where('case_id', '=', caseId)
          .execute();
        for (const { kind, value } of observables) {
          await tx
            .insertInto('indicators')
            .values({ team, feed: OWN, kind, value, case_id: caseId, listed_at: now().getTime(), note })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
      });
    },
  };
}

function keyOf({ kind, value }: Observable): string {
  return `${kind} ${value}`;
}

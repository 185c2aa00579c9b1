import { Keyv, KeyvBridgeAdapter, type KeyvBridgeStore } from 'keyv';
import { type Kysely, sql } from 'kysely';
import type { Database } from './schema.ts';

const PAGE = 500;

/** Caches over the table `kv`: `name::key` → Keyv's own envelope. */
export function caches(db: Kysely<Database>, now: () => Date): (namespace: string) => Keyv {
  const store = cacheStore(db, now);
  return (namespace) => {
    // `a` with the key `b::c` would be `a::b` with the key `c`.
    if (!/^[a-z][a-z-]*$/.test(namespace)) throw new Error(`A cache's name is of letters and hyphens: ${namespace}`);
    return new Keyv({ store: new KeyvBridgeAdapter(store), namespace });
  };
}

function cacheStore(db: Kysely<Database>, now: () => Date): KeyvBridgeStore {
  const live = () =>
    db.selectFrom('kv').where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now().getTime())]));
  return {
    async get(key) {
      const row = await live().select('value').where('key', '=', key).executeTakeFirst();
      return row?.value;
    },
    async set(key, value: string, ttl) {
      const expires_at = ttl === undefined ? null : now().getTime() + ttl;
      await db
        .insertInto('kv')
        .values({ key, value, expires_at })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value, expires_at }))
        .execute();
      return true;
    },
    async delete(key) {
      const { numDeletedRows } = await db.deleteFrom('kv').where('key', '=', key).executeTakeFirst();
      return numDeletedRows > 0n;
    },
    async clear() {
      await db.deleteFrom('kv').execute();
    },
    /** Keyv clears a namespace by walking it. */
    async *iterator(namespace = '') {
      const prefix = namespace === '' ? '' : `${namespace}::`;
      let last = '';
      for (;;) {
        const rows = await live()
          .select(['key', 'value'])
          .where(sql<string>`substr(key, 1, ${prefix.length})`, '=', prefix)
          .where('key', '>', last)
          .orderBy('key')
          .limit(PAGE)
          .execute();
        for (const row of rows) yield [row.key, row.value];
        if (rows.length < PAGE) return;
        last = rows.at(-1)?.key ?? last;
      }
    },
  };
}

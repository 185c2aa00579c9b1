import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';

export async function once(db: Kysely<Database>, key: string, now: Date): Promise<boolean> {
  const first = await db
    .insertInto('once')
    .values({ key, at: now.getTime() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  return first !== undefined;
}

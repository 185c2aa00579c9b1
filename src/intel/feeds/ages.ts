import type { Feed } from '../../store/feed-store.ts';

/** How a list stands: in force, too old to be relied on, or never loaded. */
export type Standing = 'fresh' | 'stale' | 'missing';

export function standingOf({ copy, maxAgeMs }: Feed, now: Date): Standing {
  if (!copy) return 'missing';
  return copy.freshAt.getTime() + maxAgeMs < now.getTime() ? 'stale' : 'fresh';
}

const FIRST_RETRY_MS = 5 * 60_000;

/** When a feed should be fetched next: after a failure soon, then ever later, but never later than usual. */
export function dueAt({ triedAt, everyMs, failures }: Feed): Date {
  if (!triedAt) return new Date(0);
  const pause = failures === 0 ? everyMs : Math.min(everyMs, FIRST_RETRY_MS * 2 ** Math.min(20, failures - 1));
  return new Date(triedAt.getTime() + pause);
}

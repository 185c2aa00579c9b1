import type { Gap, Indicator, Observable, Sighting } from '../model.ts';

/** What `assess()` asks the outside with: once a report. */
export type Gather = (observables: Observable[]) => Promise<{ sightings: Sighting[]; gaps: Gap[] }>;

/**
 * Asks the list of known indicators about all observables of a report in one query.
 *
 * Every observable becomes a sighting, listed or not: a check that looked and found nothing has run, and the verdict
 * counts it. A store that fails rejects, so that the job is tried again: a verdict without the organisation's own list
 * could call a confirmed lure harmless.
 */
export function openGather(find: (observables: Observable[]) => Promise<Map<Observable, Indicator[]>>): Gather {
  return async (observables) => {
    const listed = observables.length > 0 ? await find(observables) : new Map<Observable, Indicator[]>();
    const sightings = observables.map((observable) => ({
      observable,
      indicators: listed.get(observable) ?? [],
      opinions: [],
    }));
    return { sightings, gaps: [] };
  };
}

/** Where there is no list to ask: no sightings, so that no check claims to have looked. */
export const gatherNothing: Gather = async () => ({ sightings: [], gaps: [] });

import type { Gap, Indicator, Observable, Sighting } from '../model.ts';
import type { AskFeeds } from './feeds/ask-feeds.ts';

/** What `assess()` asks the outside with: once a report. */
export type Gather = (observables: Observable[]) => Promise<{ sightings: Sighting[]; gaps: Gap[] }>;

/**
 * Asks the organisation's own list, and the feeds that others keep, about all observables of a report: one query each.
 *
 * Every observable becomes a sighting, listed or not: a check that looked and found nothing has run, and the verdict
 * counts it. A store that fails rejects, so that the job is tried again: a verdict without the organisation's own list
 * could call a confirmed lure harmless.
 */
export function openGather(
  find: (observables: Observable[]) => Promise<Map<Observable, Indicator[]>>,
  askFeeds: AskFeeds = async () => ({ indicators: new Map(), gaps: [] }),
): Gather {
  return async (observables) => {
    if (observables.length === 0) return { sightings: [], gaps: [] };
    const [listed, feeds] = await Promise.all([find(observables), askFeeds(observables)]);
    const sightings = observables.map((observable) => ({
      observable,
      indicators: [...(listed.get(observable) ?? []), ...(feeds.indicators.get(observable) ?? [])],
      opinions: [],
    }));
    return { sightings, gaps: feeds.gaps };
  };
}

/** Where there is no list to ask: no sightings, so that no check claims to have looked. */
export const gatherNothing: Gather = async () => ({ sightings: [], gaps: [] });

import type { Evidence, Gap, Indicator, Observable, Receipt, Sighting } from '../model.ts';
import type { AskFeeds } from './feeds/ask-feeds.ts';
import type { Services } from './services.ts';

/** What `assess()` asks the outside with: once a report. */
export type Gather = (
  observables: Observable[],
  evidence?: Evidence,
) => Promise<{ sightings: Sighting[]; gaps: Gap[]; receipts: Receipt[]; asked?: string[] }>;

/** The lists that we hold ourselves: one batched query. */
export type Find = (observables: Observable[]) => Promise<Map<Observable, Indicator[]>>;

/**
 * Asks the organisation's own list, and the feeds that others keep, about all observables of a report, one query each, and
 * the services that are configured about the most interesting; all at the same time.
 *
 * Every observable becomes a sighting, listed or not: a check that looked and found nothing has run, and the verdict
 * counts it. A store that fails rejects, so that the job is tried again: a verdict without the organisation's own list
 * could call a confirmed lure harmless. A service that fails is a gap: it is somebody else's, and not the only one.
 */
export function openGather(find: Find | undefined, services?: Pick<Services, 'ask'>, askFeeds?: AskFeeds): Gather {
  return async (observables, evidence) => {
    if (observables.length === 0) return { sightings: [], gaps: [], receipts: [] };
    const [listed, asked, feeds] = await Promise.all([
      find?.(observables),
      services?.ask(observables, evidence),
      askFeeds?.(observables),
    ]);
    const sightings = observables.map((observable): Sighting => {
      const said = asked?.said.get(observable);
      return {
        observable,
        indicators: [...(listed?.get(observable) ?? []), ...(feeds?.indicators.get(observable) ?? [])],
        opinions: said?.opinions ?? [],
        ...(said?.registration && { registration: said.registration }),
        ...(said?.certificate && { certificate: said.certificate }),
      };
    });
    const gaps = [...(feeds?.gaps ?? []), ...(asked?.gaps ?? [])];
    return {
      sightings,
      gaps,
      receipts: asked?.receipts ?? [],
      asked: [...(feeds?.asked ?? []), ...(asked?.answered ?? [])],
    };
  };
}

/** Where there is no list to ask: no sightings, so that no check claims to have looked. */
export const gatherNothing: Gather = async () => ({ sightings: [], gaps: [], receipts: [] });

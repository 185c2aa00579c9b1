import type { Knower, Sighting } from '../model.ts';
import type { CheckContext } from './check.ts';
import { countingListings } from './listings.ts';
import { weigh } from './opinions.ts';

/**
 * Who knows something bad of what was reported, each once: what the checks let count, and no more. A list that names a
 * host of many, and a service whose doubts others outweigh, are not among them: "known to one source" under an honest
 * link would accuse it.
 */
export function knownTo(sightings: Sighting[], context: CheckContext): Knower[] {
  const knowers = new Map<string, Knower>();
  const note = (knower: Knower): void => {
    const key = `${knower.kind} ${knower.name}`;
    const before = knowers.get(key);
    // Sure of one thing outweighs in doubt about another.
    if (!before || (before.doubts && !knower.doubts)) knowers.set(key, knower);
  };
  for (const sighting of sightings) {
    if (sighting.indicators.some(({ feed }) => feed === 'own')) note({ kind: 'own', name: '' });
    for (const { feed } of countingListings(sighting, context)) note({ kind: 'list', name: feed });
    const heard = weigh(sighting, context);
    if (!heard) continue;
    for (const { provider, level, credit } of sighting.opinions) {
      if (level !== 'malicious' && level !== 'suspicious') continue;
      const doubts = level === 'suspicious' || heard.level === 'suspicious';
      note({ kind: 'service', name: provider, ...(doubts && { doubts }), ...(credit && { credit }) });
    }
  }
  return [...knowers.values()].sort((a, b) => RANK[a.kind] - RANK[b.kind]);
}

const RANK: Record<Knower['kind'], number> = { own: 0, list: 1, service: 2 };

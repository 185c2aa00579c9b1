import { defineCheck } from '../check.ts';
import { countingListings, isBeyondDoubt } from '../listings.ts';

/**
 * On several lists of known bad things, or on one that the organisation trusts by itself. Entries for hosts that many
 * share or visit pass, however many lists make the same mistake.
 */
export const feedsAgree = defineCheck({
  id: 'feeds-agree',
  on: 'sighting',
  group: 'indicator',
  points: 10,
  decisive: true,
  explain: '{observable} is a known danger, by the lists {feeds}.',
  run(sighting, context) {
    const listings = countingListings(sighting, context);
    if (!isBeyondDoubt(listings)) return undefined;
    const names = [...new Set(listings.map(({ feed }) => `“${feed}”`))];
    return { observable: sighting.observable.value, feeds: names.slice(0, 4).join(', ') };
  },
});

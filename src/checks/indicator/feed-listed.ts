import { defineCheck } from '../check.ts';
import { countingListings, isBeyondDoubt } from '../listings.ts';

/**
 * On one list of known bad things. Lists name shared hosts and big sites now and then, for a single page of theirs; a
 * domain of that kind convicts no other page and passes. The page itself, listed by its address, does not. What a trusted
 * list names, or several do, is `feeds-agree`'s.
 */
export const feedListed = defineCheck({
  id: 'feed-listed',
  on: 'sighting',
  group: 'indicator',
  points: 5,
  explain: 'The list “{feed}” of known dangers names {observable}.',
  run(sighting, context) {
    const listings = countingListings(sighting, context);
    const [listed] = listings;
    if (!listed || isBeyondDoubt(listings)) return undefined;
    return { feed: listed.feed, observable: sighting.observable.value };
  },
});

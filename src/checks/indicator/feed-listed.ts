import { defineCheck } from '../check.ts';
import { hostsAnyone, isWellKnown } from '../hosts.ts';

/**
 * On a list of known bad things. Lists name shared hosts and big sites now and then, for a single page of theirs; a
 * domain of that kind convicts no other page and passes. The page itself, listed by its address, does not.
 */
export const feedListed = defineCheck({
  id: 'feed-listed',
  on: 'sighting',
  group: 'indicator',
  points: 5,
  explain: 'The list “{feed}” of known dangers names {observable}.',
  run({ observable, indicators }, context) {
    const listed = indicators.find(({ feed, kind, matched }) => {
      if (feed === 'own') return false;
      return kind !== 'domain' || !(isWellKnown(matched, context) || hostsAnyone(matched, context));
    });
    return listed && { feed: listed.feed, observable: observable.value };
  },
});

import { defineCheck } from '../check.ts';
import { weigh } from '../opinions.ts';

/**
 * A service that was asked calls it dangerous. What it calls merely suspicious, or does not know, passes here; so does
 * what one alone says against several, and what is said of a whole domain that strangers share: see `opinions.ts`.
 */
export const opinionMalicious = defineCheck({
  id: 'opinion-malicious',
  on: 'sighting',
  group: 'indicator',
  points: 5,
  explain: '{provider} on {observable}: {words}.',
  run(sighting, context) {
    const opinion = weigh(sighting, context);
    if (opinion?.level !== 'malicious') return;
    const { provider, detail = 'known as dangerous' } = opinion;
    return { provider, observable: sighting.observable.value, words: detail };
  },
});

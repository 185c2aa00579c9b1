import { defineCheck } from '../check.ts';
import { weigh } from '../opinions.ts';

/**
 * A service that was asked has doubts, or stands alone with its warning. Nothing is said when as many call it harmless:
 * that would contradict itself.
 */
export const opinionSuspicious = defineCheck({
  id: 'opinion-suspicious',
  on: 'sighting',
  group: 'indicator',
  points: 2,
  explain: '{provider} has doubts about {observable}: {words}.',
  run(sighting, context) {
    const opinion = weigh(sighting, context);
    if (opinion?.level !== 'suspicious') return;
    const { provider, detail = 'it does not say more' } = opinion;
    return { provider, observable: sighting.observable.value, words: detail };
  },
});

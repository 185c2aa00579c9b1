import { defineCheck } from '../check.ts';

/** A service that was asked has doubts. Nothing is said when one calls it harmless: that would contradict itself. */
export const opinionSuspicious = defineCheck({
  id: 'opinion-suspicious',
  on: 'sighting',
  group: 'indicator',
  points: 2,
  explain: 'The service {provider} has doubts about {observable}.',
  run({ observable, opinions }) {
    if (opinions.some(({ level }) => level === 'harmless' || level === 'malicious')) return;
    const opinion = opinions.find(({ level }) => level === 'suspicious');
    return opinion && { provider: opinion.provider, observable: observable.value };
  },
});

import { defineCheck } from '../check.ts';

/** A service that was asked calls it dangerous. What it calls merely suspicious, or does not know, passes here. */
export const opinionMalicious = defineCheck({
  id: 'opinion-malicious',
  on: 'sighting',
  group: 'indicator',
  points: 5,
  explain: 'The service {provider} knows {observable} as dangerous.',
  run({ observable, opinions }) {
    const opinion = opinions.find(({ level }) => level === 'malicious');
    return opinion && { provider: opinion.provider, observable: observable.value };
  },
});

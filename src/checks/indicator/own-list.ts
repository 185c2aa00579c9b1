import { defineCheck } from '../check.ts';

/** On the organisation's own list: a reviewer confirmed it. Nothing is let pass; what was listed in error is taken off. */
export const ownList = defineCheck({
  id: 'own-list',
  on: 'sighting',
  group: 'indicator',
  points: 10,
  decisive: true,
  explain: 'Your security team has already confirmed {observable} as malicious.',
  run({ observable, indicators }) {
    return indicators.some(({ feed }) => feed === 'own') ? { observable: observable.value } : undefined;
  },
});

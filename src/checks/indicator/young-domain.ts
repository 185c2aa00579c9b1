import { defineCheck } from '../check.ts';
import { hostsAnyone, isWellKnown } from '../hosts.ts';

/** Most domains of lures are used within days of their registration; honest ones are seldom written from so early. */
const YOUNG = 30;

/**
 * A domain that was registered less than thirty days ago, by its registry's word. An older one passes, and one whose
 * registry tells no date: that is many a country's. A young shop or clinic is an honest look-alike, so it never convicts
 * alone. A well-known house's new name, or a host on which anyone has a page, says nothing either.
 */
export const youngDomain = defineCheck({
  id: 'young-domain',
  on: 'sighting',
  group: 'indicator',
  points: 2,
  explain: 'The domain {domain} is new: it was registered on {date}.',
  run({ observable, registration }, context) {
    if (!registration || registration.daysOld >= YOUNG) return;
    const { value } = observable;
    if (isWellKnown(value, context) || hostsAnyone(value, context)) return;
    return { domain: value, date: registration.on };
  },
});

import { defineCheck } from '../check.ts';
import { hostsAnyone, isWellKnown } from '../hosts.ts';

/** Pages of lures go up within days of their first certificate. */
const YOUNG = 7;
/** A domain that is known to be older merely renews often: some certificates live for six days. */
const SETTLED = 30;

/**
 * A host all of whose valid web certificates are younger than a week, by the public logs. A shop that opened, or whose
 * certificates live for days, is an honest look-alike: it is a hint and no more, and passes where the registry says that
 * the domain is old. So do well-known houses and hosts on which anyone has a page.
 */
export const youngCertificate = defineCheck({
  id: 'young-certificate',
  on: 'sighting',
  group: 'indicator',
  points: 1,
  explain: 'The site {domain} seems new: its oldest valid certificate is of {date}.',
  run({ observable, certificate, registration }, context) {
    if (!certificate || certificate.daysOld >= YOUNG) return;
    if (registration && registration.daysOld >= SETTLED) return;
    const { value } = observable;
    if (isWellKnown(value, context) || hostsAnyone(value, context)) return;
    return { domain: value, date: certificate.since };
  },
});

import { defineCheck } from '../check.ts';
import { isPublicAddress } from '../hosts.ts';

/** A bare number instead of a name. Lets pass the addresses of one's own network, which people mail each other. */
export const numericHost = defineCheck({
  id: 'numeric-host',
  on: 'link',
  group: 'link',
  points: 2,
  explain: 'The link leads to a bare number, {host}, instead of a named site.',
  run({ parts }) {
    if (!parts.isIp || !isPublicAddress(parts.host)) return;
    return { host: parts.host };
  },
});

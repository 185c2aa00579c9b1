import ipaddr from 'ipaddr.js';
import { defineCheck } from '../check.ts';

/** A bare number instead of a name. Lets pass the addresses of one's own network, which people mail each other. */
export const numericHost = defineCheck({
  id: 'numeric-host',
  on: 'link',
  group: 'link',
  points: 2,
  explain: 'The link leads to a bare number, {host}, instead of a named site.',
  run({ parts }) {
    if (!parts.isIp) return;
    const bare = parts.host.replace(/^\[|\]$/g, '');
    if (!ipaddr.isValid(bare)) return;
    const range = ipaddr.process(bare).range();
    if (range === 'private' || range === 'loopback' || range === 'linkLocal' || range === 'uniqueLocal') return;
    return { host: parts.host };
  },
});

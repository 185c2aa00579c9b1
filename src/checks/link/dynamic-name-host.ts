import { defineCheck } from '../check.ts';
import { entryAbove } from '../domains.ts';
import { DYNAMIC } from '../dynamic-names.ts';
import { isStrangersSite } from '../hosts.ts';

/**
 * A name from a service of changing addresses: made for a machine at home, taken for sites that move before they are
 * found. Lets pass the services' own front pages.
 */
export const dynamicNameHost = defineCheck({
  id: 'dynamic-name-host',
  on: 'link',
  group: 'link',
  points: 2,
  explain: 'The link goes to {host}, a free name that points wherever its owner likes from minute to minute.',
  run(link, context) {
    if (!isStrangersSite(link, context)) return;
    const service = entryAbove(link.parts.host, DYNAMIC);
    if (service === undefined || /^(?:www\.)?$/.test(link.parts.host.slice(0, -service.length))) return;
    return { host: link.parts.unicodeHost };
  },
});

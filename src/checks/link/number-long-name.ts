import { defineCheck } from '../check.ts';
import { entryAbove, nameOf } from '../domains.ts';
import { frontOf, isStrangersSite } from '../hosts.ts';

/** Seven digits or more in a row in the name that somebody registered or got on a shared host. Short ones are brands in Asia (12306, 4399). */
export const numberLongName = defineCheck({
  id: 'number-long-name',
  on: 'link',
  group: 'link',
  points: 2,
  explain: 'The name {host} is a long number, as machines give to sites that are thrown away.',
  run(link, context) {
    if (!isStrangersSite(link, context) || link.parts.isIp) return;
    const { host, domain, unicodeHost } = link.parts;
    const shared = entryAbove(host, context.lists.siteHosts);
    const name = shared === undefined ? nameOf(domain) : (frontOf(link, context).split('.').at(-1) ?? '');
    return /\d{7}/.test(name) ? { host: unicodeHost } : undefined;
  },
});

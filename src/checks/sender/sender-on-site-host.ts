import { defineCheck } from '../check.ts';
import { entryAbove, isOwn } from '../domains.ts';

/** Every Microsoft tenant has one before it brings its own domain. */
const TENANT = '.onmicrosoft.com';

/**
 * Sent from a name that anyone gets with a free project or a test account (`x.firebaseapp.com`, `x.onmicrosoft.com`). A
 * house that writes to its customers has a domain. Lets pass the organisation's own.
 */
export const senderOnSiteHost = defineCheck({
  id: 'sender-on-site-host',
  on: 'message',
  group: 'sender',
  points: 2,
  explain: 'It was sent from {domain}, a name that anyone gets for free at {host}.',
  run(message, { lists, organisation }) {
    const domain = message.from?.domain ?? '';
    if (domain === '' || isOwn(domain, organisation)) return;
    const host = domain.endsWith(TENANT) ? TENANT.slice(1) : entryAbove(domain, lists.siteHosts);
    return host !== undefined && host !== domain ? { domain, host } : undefined;
  },
});

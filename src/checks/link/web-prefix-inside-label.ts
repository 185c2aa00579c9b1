import { defineCheck } from '../check.ts';
import { isStrangersSite } from '../hosts.ts';

const PREFIX = /^(?:www\d?-|https?-|wwww)|-(?:www|https?)-/;

/** `www-shop.evil.example`, `https-bank.example`: what belongs before a name is made a part of it. `www2.` and the like pass. */
export const webPrefixInsideLabel = defineCheck({
  id: 'web-prefix-inside-label',
  on: 'link',
  group: 'link',
  points: 2,
  explain: 'The name {host} has “www” or “https” written into it, to look like an ordinary address.',
  run(link, context) {
    if (!isStrangersSite(link, context) || /proxy/.test(link.parts.host)) return;
    return link.parts.host.split('.').some((label) => PREFIX.test(label))
      ? { host: link.parts.unicodeHost }
      : undefined;
  },
});

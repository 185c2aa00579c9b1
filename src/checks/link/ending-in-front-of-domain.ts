import { defineCheck } from '../check.ts';
import { frontOf, isStrangersSite } from '../hosts.ts';
import { brandDomainAsSubdomain } from './brand-domain-as-subdomain.ts';

const ENDINGS = 'com|net|org|gov|edu|co-jp|ne-jp|or-jp|co-uk|co-kr|com-cn|gov-cn|com-br|gov-uk|com-au';
/** In labels of their own, or with hyphens for dots at the end of a label. Behind a name: `com.evil.example` is no front. */
const WHOLE =
  /[a-z0-9-]\.(?:com|net|org|gov|edu|(?:co|ne|or|ac|go)\.(?:jp|uk|kr)|(?:com|gov|org)\.(?:cn|br|au|tw|hk))(?:\.|$)/;
const HYPHENS = new RegExp(`(?:^|\\.)(?:www-?)?[a-z0-9-]{2,40}-(?:${ENDINGS})(?:\\.|$)`);
const PROXY = /proxy|ezp|\.idm\.|\.(?:edu|ac\.[a-z]{2}|edu\.[a-z]{2})$/;

/**
 * Something that looks like the end of an address stands in front of the real one: `shop.co.jp.evil.example`,
 * `www-shop-com.evil.example`. Whose name it is does not matter. Lets pass the proxies through which libraries open
 * journals, which write addresses so, and known brands, of which `brand-domain-as-subdomain` tells.
 */
export const endingInFrontOfDomain = defineCheck({
  id: 'ending-in-front-of-domain',
  on: 'link',
  group: 'link',
  points: 3,
  explain: 'The link begins like a whole web address ({front}), but it really leads to {domain}.',
  run(link, context) {
    const { host, domain } = link.parts;
    if (!isStrangersSite(link, context) || domain === '' || PROXY.test(host)) return;
    // Where the front is a known brand's, that check says so, and better.
    if (brandDomainAsSubdomain.run(link, context)) return;
    const front = frontOf(link, context);
    if (!WHOLE.test(front) && !HYPHENS.test(front)) return;
    return { front, domain: link.parts.site || domain };
  },
});

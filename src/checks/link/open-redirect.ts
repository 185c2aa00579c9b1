import type { Link, UrlParts } from '../../model.ts';
import { frontsOf } from '../../parse/rewriters.ts';
import { registrable, urlParts } from '../../parse/url.ts';
import { sameBrand } from '../brands.ts';
import { type CheckContext as Context, defineCheck } from '../check.ts';
import { entryAbove, isOwn, nameOf, senderDomain } from '../domains.ts';

/** Parameters that name where to go on to; others carry a page's own address (sharing, referrers). */
const GOES_ON =
  /^(?:u|url|uri|q|to|go|goto|target|dest|destination|redirect|redirect_?ur[il]|redir|rurl|return|return_?url|returnto|next|continue|link|href|out|forward|location|adurl|ref_?url|cl?k?url|landing)$/i;

const SHARING = /share|sharer|intent|oauth|authorize|login|signin|sso|saml|translate|validator|cache|archive/i;

/**
 * A well-known name in front, another site inside: the known one only passes the visitor on. Lets pass click counters of
 * mailing services, sharing and sign-in links, and hops to the sender's or the same house's own site.
 */
export const openRedirect = defineCheck({
  id: 'open-redirect',
  on: 'link',
  group: 'link',
  points: 2,
  explain: 'The link seems to go to {front}, but passes you on to {target}.',
  run(link, context) {
    if (link.source === 'image') return;
    for (const { front, target } of hopsOf(link)) {
      if (isHop(front, target, link, context)) return { front: front.unicodeHost, target: target.unicodeHost };
    }
    return;
  },
});

interface Hop {
  front: UrlParts;
  target: UrlParts;
}

/** Where the link passes a visitor on: redirects that the parser has followed already, then those in its parameters. */
function hopsOf({ parts, url, original, rewriters }: Link): Hop[] {
  const hops: Hop[] = [];
  if (rewriters.length > 0) {
    for (const front of frontsOf(original ?? url)) {
      const found = urlParts(front);
      if (found) hops.push({ front: found, target: parts });
    }
  }
  if (parts.query.length < 8) return hops;
  for (const [name, value] of new URLSearchParams(parts.query.slice(0, 4_000))) {
    if (!GOES_ON.test(name) || !/^(?:https?:)?[/\\]{2}/i.test(value)) continue;
    const target = urlParts(value.startsWith('http') ? value : `http:${value}`);
    if (target) hops.push({ front: parts, target });
  }
  return hops;
}

function isHop(front: UrlParts, target: UrlParts, link: Link, { lists, organisation, messageOf }: Context): boolean {
  if (!lists.popular.has(front.domain) || SHARING.test(front.path.slice(0, 300))) return false;
  if (entryAbove(front.host, lists.mailServices)) return false;
  const sender = registrable(senderDomain(messageOf(link)));
  if (target.domain === '' || target.domain === front.domain || nameOf(target.domain) === nameOf(front.domain))
    return false;
  if (target.domain === sender || isOwn(target.host, organisation)) return false;
  if (lists.popular.has(target.domain) && !entryAbove(target.host, lists.siteHosts)) return false;
  return !sameBrand(target.host, front.host, lists);
}

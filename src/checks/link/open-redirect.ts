import { registrable, urlParts } from '../../parse/url.ts';
import { sameBrand } from '../brands.ts';
import { defineCheck } from '../check.ts';
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
  run(link, { lists, organisation, messageOf }) {
    const { parts } = link;
    if (link.source === 'image' || parts.query.length < 8 || !lists.popular.has(parts.domain)) return;
    if (entryAbove(parts.host, lists.mailServices) || SHARING.test(parts.path.slice(0, 300))) return;
    const sender = registrable(senderDomain(messageOf(link)));
    for (const [name, value] of new URLSearchParams(parts.query.slice(0, 4_000))) {
      if (!GOES_ON.test(name) || !/^(?:https?:)?[/\\]{2}/i.test(value)) continue;
      const inner = urlParts(value.startsWith('http') ? value : `http:${value}`);
      if (!inner || inner.domain === '' || inner.domain === parts.domain) continue;
      if (nameOf(inner.domain) === nameOf(parts.domain) || inner.domain === sender || isOwn(inner.host, organisation))
        continue;
      if (lists.popular.has(inner.domain) && !entryAbove(inner.host, lists.siteHosts)) continue;
      if (sameBrand(inner.host, parts.host, lists)) continue;
      return { front: parts.unicodeHost, target: inner.unicodeHost };
    }
    return;
  },
});

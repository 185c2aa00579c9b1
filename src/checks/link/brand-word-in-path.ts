import { isCredentialWord, piecesOf } from '../bait-words.ts';
import { brandInLabel, ownsHost } from '../brands.ts';
import { defineCheck } from '../check.ts';
import { entryAbove, isOwn } from '../domains.ts';

/**
 * A folder named for a brand, beside a word such as "login", on somebody else's site: `…/paypal/signin`. Lets pass
 * well-known sites (which write about brands and offer "sign in with …"), and pictures.
 */
export const brandWordInPath = defineCheck({
  id: 'brand-word-in-path',
  on: 'link',
  group: 'link',
  points: 2,
  explain: 'The link’s address mentions {brand}, but it leads to {host}, which does not belong to {brand}.',
  run({ source, parts }, { lists, organisation }) {
    if (source === 'image' || parts.host === '' || isOwn(parts.host, organisation)) return;
    if (lists.popular.has(parts.domain) && entryAbove(parts.host, lists.siteHosts) === undefined) return;
    const segments = parts.path
      .toLowerCase()
      .slice(0, 500)
      .split('/')
      .filter((segment) => segment !== '')
      .slice(0, 12);
    if (!segments.some((segment) => piecesOf(segment).some(isCredentialWord))) return;
    for (const segment of segments) {
      if (piecesOf(segment).length > 4) continue; // the title of an article
      const found = brandInLabel(segment, lists);
      if (found && !ownsHost(found.brand, parts.host, lists)) {
        return { brand: found.name, host: parts.unicodeHost };
      }
    }
    return;
  },
});

import type { Attachment, Link } from '../../model.ts';
import { registrable } from '../../parse/url.ts';
import type { CheckContext, LureHit } from '../check.ts';
import { entryAbove, isOwn, senderDomain } from '../domains.ts';
import { hostsAnyone, isWellKnown } from '../hosts.ts';
import { lureFinder } from '../lures.ts';

/**
 * What a document tells its reader, and where it leads. Lures move into attachments because filters read the mail; the
 * story is the same.
 */

/** A lure is a page: behind so many characters it is a handbook, a contract or a paper, which speak of many things. */
const LONGEST = 5_000;

/** True for a document as short as a lure. */
export function isShort({ content }: Attachment): boolean {
  return content.length <= LONGEST;
}

const known = new WeakMap<Attachment, LureHit[]>();

/** The phrases of a short document; none of a long one. */
export function luresIn(attachment: Attachment, { lists }: CheckContext): LureHit[] {
  const before = known.get(attachment);
  if (before) return before;
  const hits = isShort(attachment) ? lureFinder(lists.lures)(attachment.content) : [];
  known.set(attachment, hits);
  return hits;
}

/**
 * Links in a file to houses that nobody knows, or to places where anyone can put a page. The sender's own site, the
 * organisation's and mailing services are none.
 */
export function strangersIn(attachment: Attachment, context: CheckContext): Link[] {
  const home = registrable(senderDomain(context.messageOf(attachment)));
  return context.evidence.links.filter(({ attachment: place, parts, source }) => {
    if (place !== attachment.id || source === 'image' || !/^https?$/.test(parts.scheme)) return false;
    if (isOwn(parts.host, context.organisation) || (home !== '' && parts.domain === home)) return false;
    if (entryAbove(parts.host, context.lists.mailServices) !== undefined) return false;
    return hostsAnyone(parts.host, context) || !isWellKnown(parts.domain, context);
  });
}

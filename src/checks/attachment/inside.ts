import type { Attachment, Link } from '../../model.ts';
import type { CheckContext } from '../check.ts';
import { hostsAnyone, isStrangersSite } from '../hosts.ts';

/** Web links inside a file, each address once. */
export function linksIn(attachment: Attachment, { evidence }: CheckContext): Link[] {
  const inside = evidence.links.filter(
    ({ attachment: id, parts }) => id === attachment.id && parts.scheme.startsWith('http'),
  );
  return [...new Map(inside.map((link) => [link.url, link])).values()];
}

/** Those of them that lead to a site of which nothing is known, or where anyone can put a page. */
export function foreignLinksIn(attachment: Attachment, context: CheckContext): Link[] {
  return linksIn(attachment, context).filter(
    (link) => isStrangersSite(link, context) || hostsAnyone(link.parts.host, context),
  );
}

/** Letters that a reader of the file sees. */
export function lettersIn({ content }: Attachment): number {
  return content.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

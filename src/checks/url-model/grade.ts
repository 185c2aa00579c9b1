import type { Link, Lists } from '../../model.ts';
import { registrable } from '../../parse/url.ts';
import type { CheckContext } from '../check.ts';
import { isBareWord, isOwn, senderDomain } from '../domains.ts';
import { isLeaving } from '../leaving.ts';
import { type Likeness, likenessOf } from './score.ts';

export type Grade = 'somewhat' | 'plainly' | 'strongly';

/** Three checks ask about one link. */
const known = new WeakMap<Link, { lists: Lists; likeness: Likeness | undefined }>();

/**
 * What the checks of the model say about a link, where it is of that grade. The whole scale is for a link that was
 * reported alone, when its address is all there is to go by. A mail is full of honest links of odd build (counters,
 * tokens, machines' names), and has much else to judge it by: there one bound is enough, a strict one, and only for
 * links that a reader would follow.
 */
export function likenessOfGrade(
  link: Link,
  grade: Grade,
  context: CheckContext,
): { host: string; pieces: string } | undefined {
  if (isOwn(link.parts.host, context.organisation)) return undefined;
  const { bounds } = context.lists.urlModel;
  const alone = link.message === undefined && link.attachment === undefined;
  if (!alone && (grade !== 'plainly' || !isFollowed(link, context))) return undefined;
  const likeness = cached(link, context.lists);
  if (!likeness) return undefined;
  const reached = alone ? gradeOf(likeness.score, bounds) : likeness.score >= bounds.inMail ? 'plainly' : undefined;
  if (reached !== grade) return undefined;
  const host = link.parts.unicodeHost;
  return { host, pieces: likeness.telling.join(', ') || host };
}

function gradeOf(score: number, bounds: Lists['urlModel']['bounds']): Grade | undefined {
  if (score >= bounds.strongly) return 'strongly';
  if (score >= bounds.plainly) return 'plainly';
  return score >= bounds.somewhat ? 'somewhat' : undefined;
}

/** A link that a reader may follow to its page; not to the sender's own site, and not to leave a list. */
function isFollowed(link: Link, { messageOf }: CheckContext): boolean {
  const message = messageOf(link);
  if (link.source === 'image' || isBareWord(link, message)) return false;
  if (link.parts.domain !== '' && link.parts.domain === registrable(senderDomain(message))) return false;
  return !isLeaving(`${link.url.slice(0, 2_000)} ${link.shown ?? ''}`);
}

function cached(link: Link, lists: Lists): Likeness | undefined {
  const found = known.get(link);
  if (found?.lists === lists) return found.likeness;
  const likeness = likenessOf(link.parts, lists);
  known.set(link, { lists, likeness });
  return likeness;
}

import type { Link, Theme } from '../../model.ts';
import { luresIn, strangersIn } from '../attachment/document-lures.ts';
import { defineCheck } from '../check.ts';
import { lures, webLinks } from '../content/demand.ts';
import { entryAbove, isOwn, senderDomain } from '../domains.ts';
import { isConversation } from '../strangers.ts';

/** Stories of houses that have a site of their own: a bank, a tax office, a post, a mail provider. */
const STORIES: Theme[] = [
  'credential',
  'account-problem',
  'mailbox',
  'parcel',
  'tax',
  'payment',
  'renewal',
  'authority',
];

/**
 * A bank's, an office's or a mail provider's story, in a mail or in its document, whose link leads to a page that anyone can put up in a minute. Such
 * houses have sites of their own. Lets pass clubs and shops that are at home there (their mail tells no such story), mail
 * whose sender is at home at the same place, forms, which offices do use for surveys, and talk.
 */
export const storyLeadsToFreePage = defineCheck({
  id: 'story-leads-to-free-page',
  on: 'message',
  group: 'link',
  points: 3,
  explain: 'It tells of “{phrase}”, but its link leads to {host}, where anyone can put up a page in a minute.',
  run(message, context) {
    const { lists, organisation } = context;
    if (isConversation(message, context)) return;
    const isFree = ({ parts: { host, domain } }: Link): boolean =>
      entryAbove(host, lists.siteHosts) !== undefined && !isOwn(host, organisation) && domain !== senderDomain(message);
    const told = [
      { stories: lures(message, context, ...STORIES), links: webLinks(message, context) },
      ...context.attachmentsOf(message).map((file) => ({
        stories: luresIn(file, context).filter(({ theme }) => STORIES.includes(theme)),
        links: strangersIn(file, context),
      })),
    ];
    const found = told.find(({ stories, links }) => stories.length > 0 && links.some(isFree));
    const host = found?.links.find(isFree)?.parts.unicodeHost;
    return found && host ? { phrase: found.stories[0]?.phrase ?? '', host } : undefined;
  },
});

import type { Theme } from '../../model.ts';
import { mentionsIn } from '../brand-mentions.ts';
import { sendsFrom } from '../brands.ts';
import { defineCheck } from '../check.ts';
import { isOwn } from '../domains.ts';
import { foldText } from '../lures.ts';
import { isConversation, isSmallTalk } from '../strangers.ts';
import { isShort, luresIn } from './document-lures.ts';
import { fileName } from './names.ts';
import { isDocument } from './program-in-document.ts';

/**
 * A letter of a well-known house as an attachment (an account on hold, a membership to renew), and the house did not
 * send it. Those houses write into the mail. Lets pass colleagues, answers, long papers, and letters that demand nothing.
 */
export const brandStoryInDocument = defineCheck({
  id: 'brand-story-in-document',
  on: 'attachment',
  group: 'attachment',
  points: 3,
  explain: 'The document {name} speaks for {brand} (“{phrase}”), but {sender} does not belong to {brand}.',
  run(attachment, context) {
    const message = context.messageOf(attachment);
    const sender = message?.from;
    if (!message || !sender?.domain || isOwn(sender.domain, context.organisation)) return;
    if (!isShort(attachment) || !isDocument(attachment.type) || isConversation(message, context)) return;
    const hits = luresIn(attachment, context);
    const story = hits.find(({ theme }) => STORIES.has(theme));
    if (!story || !hits.some(({ theme }) => theme === 'call-to-action' || theme === 'callback')) return;
    const { lists } = context;
    const named = mentionsIn(foldText(attachment.content), lists.brands).filter(({ brand }) => !isSmallTalk(brand));
    const [top] = named;
    if (!top || named.some(({ brand }) => sendsFrom(brand, sender.domain, lists))) return;
    return { name: fileName(attachment.name), brand: top.name, phrase: story.phrase, sender: sender.address };
  },
});

const STORIES = new Set<Theme>(['credential', 'account-problem', 'renewal', 'parcel', 'mailbox', 'callback', 'payout']);

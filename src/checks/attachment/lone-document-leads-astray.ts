import { defineCheck } from '../check.ts';
import { webLinks } from '../content/demand.ts';
import { entryAbove, isOwn } from '../domains.ts';
import { isConversation } from '../strangers.ts';
import { strangersIn } from './document-lures.ts';
import { fileName } from './names.ts';
import { isDocument } from './program-in-document.ts';

/**
 * A mail of hardly a sentence, and a document whose only link goes through a shortener or to a place where anyone can put
 * a page: the mail is a wrapping for the link. A document with several sites in it (a résumé, a brochure) passes, and so
 * does one in a mail that says what it is about or has links of its own.
 */
export const loneDocumentLeadsAstray = defineCheck({
  id: 'lone-document-leads-astray',
  on: 'attachment',
  group: 'attachment',
  points: 3,
  explain:
    'The mail says hardly anything, and the only link in its document {name} leads to {host}, where anyone can put a page.',
  run(attachment, context) {
    const message = context.messageOf(attachment);
    if (!message || attachment.inline || !isDocument(attachment.type) || isConversation(message, context)) return;
    if (message.text.trim().length > MOST_WORDS) return;
    if (message.from?.domain && isOwn(message.from.domain, context.organisation)) return;
    const links = webLinks(message, context);
    const hosts = new Set(links.map(({ parts }) => parts.host));
    if (hosts.size !== 1 || links.some((link) => link.attachment !== attachment.id)) return;
    const { shorteners, fileHosts, formBuilders, siteHosts } = context.lists;
    const link = strangersIn(attachment, context).find(({ parts }) =>
      [shorteners, fileHosts, formBuilders, siteHosts].some((list) => entryAbove(parts.host, list) !== undefined),
    );
    return link && { name: fileName(attachment.name), host: link.parts.unicodeHost };
  },
});

const MOST_WORDS = 250;

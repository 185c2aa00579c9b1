import { registrable } from '../../parse/url.ts';
import { defineCheck } from '../check.ts';
import { senderDomain } from '../domains.ts';
import { foreignLinksIn, lettersIn, linksIn, luresIn } from './inside.ts';
import { fileName } from './names.ts';

const STORIES = new Set(['credential', 'account-problem', 'shared-document', 'voicemail', 'mailbox']);
const DOCUMENT = /^(?:pdf|doc[xm]?|dot[xm]|ppt[xm]?|pps[xm]|xls[xmb]?|rtf|od[tsp]|one|ole)$/;
/** A letter; handbooks and terms of use that name passwords are longer. */
const MOST_LETTERS = 3_000;

/**
 * The document tells of an account, a mailbox or a shared file and leads to a stranger: the lure was moved out of the
 * mail, where filters read. Lets pass documents that lead to their sender's house as well, and long ones.
 */
export const storyInDocumentWithForeignLink = defineCheck({
  id: 'story-in-document-with-foreign-link',
  on: 'attachment',
  group: 'attachment',
  points: 3,
  explain: 'The document {name} says “{phrase}” and leads to {host}, which has nothing to do with its sender.',
  run(attachment, context) {
    if (!DOCUMENT.test(attachment.type)) return;
    const [link] = foreignLinksIn(attachment, context);
    if (!link || lettersIn(attachment) > MOST_LETTERS) return;
    const home = registrable(senderDomain(context.messageOf(attachment)));
    if (home !== '' && linksIn(attachment, context).some(({ parts }) => parts.domain === home)) return;
    const hit = luresIn(attachment, context).find(({ theme }) => STORIES.has(theme));
    return hit && { name: fileName(attachment.name), phrase: hit.phrase, host: link.parts.unicodeHost };
  },
});

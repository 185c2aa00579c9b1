import type { Theme } from '../../model.ts';
import { defineCheck } from '../check.ts';
import { hostsAnyone } from '../hosts.ts';
import { isConversation } from '../strangers.ts';
import { luresIn, strangersIn } from './document-lures.ts';
import { fileName } from './names.ts';
import { isDocument } from './program-in-document.ts';

/**
 * A document with nothing in it but a lure's story, a demand, and a link to a house that is not the sender's. A
 * supplier's bill that leads to the supplier's own site passes, and so do long papers and what comes in an answer.
 */
export const documentTellsLure = defineCheck({
  id: 'document-tells-lure',
  on: 'attachment',
  group: 'attachment',
  points: 4,
  explain: 'The document {name} says “{phrase}” and leads to {host}, which is not the sender’s own site.',
  run(attachment, context) {
    if (!isDocument(attachment.type) && !/^(?:ics|vcf)$/.test(attachment.type)) return;
    const message = context.messageOf(attachment);
    if (message && isConversation(message, context)) return;
    const links = strangersIn(attachment, context);
    if (links.length === 0) return;
    const hits = luresIn(attachment, context);
    const story = hits.find(({ theme }) => STORIES.has(theme)) ?? hits.find(({ theme }) => BUSINESS.has(theme));
    // Bills are sent from one house and paid on the site of another; but not on a page that anyone can put up.
    const link =
      story && (STORIES.has(story.theme) ? links[0] : links.find(({ parts }) => hostsAnyone(parts.host, context)));
    if (!story || !link || !hits.some(({ theme }) => theme === 'call-to-action')) return;
    return { name: fileName(attachment.name), phrase: story.phrase, host: link.parts.unicodeHost };
  },
});

const STORIES = new Set<Theme>([
  'credential',
  'account-problem',
  'mailbox',
  'shared-document',
  'enable-content',
  'voicemail',
  'parcel',
  'payout',
  'prize',
  'renewal',
]);
/** Stories that honest documents tell as well, with a link to somebody's site. */
const BUSINESS = new Set<Theme>(['invoice', 'tax', 'bank-change', 'authority', 'quotation']);

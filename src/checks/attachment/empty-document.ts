import { defineCheck } from '../check.ts';
import { isOwn, senderDomain } from '../domains.ts';
import { fileName } from './names.ts';

/**
 * A document of no bytes at all from a stranger: mass mailers hang one on so that filters take the mail for a letter.
 * Scanners that fail and colleagues pass; so does an empty text, archive or log, which programs honestly write.
 */
export const emptyDocument = defineCheck({
  id: 'empty-document',
  on: 'attachment',
  group: 'attachment',
  points: 1,
  explain: 'The attachment {name} is empty: there is no document in it.',
  run(attachment, context) {
    const { name, size, extension } = attachment;
    if (size > 0 || !/^(?:pdf|docx?|xlsx?|pptx?|ics|rtf)$/.test(extension)) return;
    const message = context.messageOf(attachment);
    if (!message || message.isReply || /^scan/i.test(name) || isOwn(senderDomain(message), context.organisation))
      return;
    return { name: fileName(name) };
  },
});

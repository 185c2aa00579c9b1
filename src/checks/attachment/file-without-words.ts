import { defineCheck } from '../check.ts';
import { isOwn } from '../domains.ts';
import { extensions, fileName } from './names.ts';

/**
 * A stranger's mail that says nothing and carries a file of a kind that can harm: an archive, a page, a document with a
 * program. Scans and pictures that people send themselves without a word pass, and so do colleagues and answers.
 */
export const fileWithoutWords = defineCheck({
  id: 'file-without-words',
  on: 'message',
  group: 'attachment',
  points: 2,
  explain: 'The mail says nothing at all, only the file {name} is in it. That leaves nothing to do but open it.',
  run(message, context) {
    if (message.form !== 'raw' || message.isReply || message.text.trim().length > MOST_WORDS) return;
    const { from } = message;
    if (!from?.domain || isOwn(from.domain, context.organisation)) return;
    if ([...message.to, ...message.cc].some(({ domain }) => domain === from.domain)) return;
    const files = context.attachmentsOf(message).filter(({ inline }) => !inline);
    const [file] = files;
    if (files.length !== 1 || !file) return;
    const [last = ''] = extensions(file.name);
    const { lists } = context;
    const harms =
      lists.archives.has(last) || lists.diskImages.has(last) || lists.macroDocuments.has(last) || PAGE.test(last);
    return harms || file.traits.includes('macro') ? { name: fileName(file.name) } : undefined;
  },
});

const MOST_WORDS = 40;
const PAGE = /^(?:[sx]?html?|svg|mht|rtf|one)$/;

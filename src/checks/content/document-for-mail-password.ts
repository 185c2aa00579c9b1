import { defineCheck } from '../check.ts';
import { tells } from './asks.ts';
import { webLinks } from './demand.ts';

/**
 * A document that opens only with the reader's e-mail address and its password, and no page where that could be honest: the
 * form lies in the attachment. Portals link to their own site, and pass.
 */
export const documentForMailPassword = defineCheck({
  id: 'document-for-mail-password',
  on: 'message',
  group: 'content',
  points: 3,
  explain: 'To see a document you are to sign in with your e-mail password (“{phrase}”). No document needs it.',
  run(message, context) {
    const [hit] = tells(message, context, 'document-login');
    return hit && webLinks(message, context).length === 0 && message.text.length < 1500
      ? { phrase: hit.phrase }
      : undefined;
  },
});

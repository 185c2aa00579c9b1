import { defineCheck } from '../check.ts';
import { isConversation, leadsAstray, linksToNobody } from '../strangers.ts';
import { baited, files } from './demand.ts';

/**
 * An invoice, statement or payment advice that is a web page, an archive or a program, or lies on a site of somebody
 * else. A PDF or sheet from a supplier passes, so does a link to the supplier's own or a well-known site.
 */
export const invoiceToOpenElsewhere = defineCheck({
  id: 'invoice-to-open-elsewhere',
  on: 'message',
  group: 'content',
  points: 2,
  explain:
    'It tells of a bill or payment (“{phrase}”) that you are to open as {place}. Bills come as plain documents, from the firm itself.',
  run(message, context) {
    const hit = baited(message, context, 'invoice');
    if (!hit || isConversation(message, context)) return;
    const file = files(message, context).find(({ extension, type }) => ODD.test(extension) || type === 'html');
    if (file) return { phrase: hit.phrase, place: file.name };
    const [link] = leadsAstray(message, context) ? linksToNobody(message, context) : [];
    return link && { phrase: hit.phrase, place: `a page on ${link.parts.host}` };
  },
});

const ODD =
  /^(?:[sx]?html?|svg|mht|zip|rar|7z|ace|gz|tgz|iso|img|cab|arj|lzh|z|xz|one|jar|js|vbs|wsf|hta|lnk|exe|scr)$/;

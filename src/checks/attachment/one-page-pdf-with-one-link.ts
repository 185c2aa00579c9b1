import { defineCheck } from '../check.ts';
import { foreignLinksIn, lettersIn, linksIn } from './inside.ts';
import { fileName } from './names.ts';

/** A bill has its lines, a letter its paragraphs; a button has a dozen words around it. */
const FEW_LETTERS = 400;

/**
 * One page with hardly a word on it and one place to go: the PDF is an envelope for a link that the mail's filter does
 * not see. Lets pass what has words (bills and letters print their sender's site), and links home or to known sites.
 */
export const onePagePdfWithOneLink = defineCheck({
  id: 'one-page-pdf-with-one-link',
  on: 'attachment',
  group: 'attachment',
  points: 3,
  explain: 'The PDF {name} has hardly any words, only a link to {host}: it is there to carry you past the mail filter.',
  run(attachment, context) {
    if (!attachment.traits.includes('pdf-one-page') || lettersIn(attachment) > FEW_LETTERS) return;
    const [link] = foreignLinksIn(attachment, context);
    if (!link || linksIn(attachment, context).some(({ parts }) => parts.site !== link.parts.site)) return;
    return { name: fileName(attachment.name), host: link.parts.unicodeHost };
  },
});

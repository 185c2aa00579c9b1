import { defineCheck } from '../check.ts';
import { foreignLinksIn } from './inside.ts';
import { fileName } from './names.ts';

const FEW_LETTERS = 600;

/**
 * A web page or drawing that is hardly more than a push to somewhere else: the link was moved out of the mail into a file.
 * Lets pass pages that have something to read, and such as lead to a known site or the sender's own.
 */
export const pageThatForwards = defineCheck({
  id: 'page-that-forwards',
  on: 'attachment',
  group: 'attachment',
  points: 4,
  explain: 'The attachment {name} is a web page that takes you on to {host} as soon as you open it.',
  run(attachment, context) {
    if (!attachment.traits.includes('html-goes-elsewhere')) return;
    const words = attachment.content.replace(/<(script|style)\b[^>]{0,500}>[^<]{0,65536}<\/\1>|<[^>]{0,2000}>/gi, ' ');
    if ((words.match(/\p{L}/gu)?.length ?? 0) > FEW_LETTERS) return;
    const [link] = foreignLinksIn(attachment, context);
    return link && { name: fileName(attachment.name), host: link.parts.unicodeHost };
  },
});

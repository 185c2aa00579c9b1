import { defineCheck } from '../check.ts';
import { foreignLinksIn } from './inside.ts';
import { fileName } from './names.ts';

/**
 * A picture that is a link: an SVG drawing opens in the browser, and a click anywhere on it leads on. Lets pass drawings
 * of the body (logos), and links to known sites or the sender's own: drawing programs name theirs.
 */
export const svgWithForeignLink = defineCheck({
  id: 'svg-with-foreign-link',
  on: 'attachment',
  group: 'attachment',
  points: 3,
  explain: 'The picture {name} leads to {host} when it is opened or clicked. Ordinary pictures lead nowhere.',
  run(attachment, context) {
    if (attachment.type !== 'svg' || attachment.inline) return;
    const [link] = foreignLinksIn(attachment, context);
    return link && { name: fileName(attachment.name), host: link.parts.unicodeHost };
  },
});

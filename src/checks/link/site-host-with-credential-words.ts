import { isCredentialWord, piecesOf } from '../bait-words.ts';
import { defineCheck } from '../check.ts';
import { entryAbove } from '../domains.ts';
import { asksForAccess } from '../lure-kinds.ts';

/**
 * A page that anyone can put up in a minute, together with words of logging in: in the address itself, or in the mail.
 * The host alone convicts nobody: clubs and developers have their sites there.
 */
export const siteHostWithCredentialWords = defineCheck({
  id: 'site-host-with-credential-words',
  on: 'link',
  group: 'link',
  points: 3,
  explain: 'It wants you to sign in or confirm something on {host}, where anyone can put up a page within minutes.',
  run(link, { lists, messageOf, luresOf }) {
    if (link.source === 'image') return;
    const host = entryAbove(link.parts.host, lists.siteHosts);
    if (host === undefined || link.parts.host === host) return;
    const front = link.parts.host.slice(0, -host.length - 1);
    const message = messageOf(link);
    const words = piecesOf(`${front} ${link.parts.path.slice(0, 300)}`).some(isCredentialWord);
    if (!words && !(message && luresOf(message).some(asksForAccess))) return;
    return { host: link.parts.unicodeHost };
  },
});

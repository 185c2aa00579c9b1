import { isCredentialWord, piecesOf } from '../bait-words.ts';
import { defineCheck } from '../check.ts';
import { entryAbove } from '../domains.ts';
import { asksForAccess } from '../lure-kinds.ts';

/**
 * No honest service has its passwords typed into a questionnaire. Lets pass questionnaires in mails that ask for no
 * access: surveys, registrations.
 */
export const formBuilderWithCredentialWords = defineCheck({
  id: 'form-builder-with-credential-words',
  on: 'link',
  group: 'link',
  points: 3,
  explain: 'It wants account details in a questionnaire on {host}, which anyone can set up.',
  run(link, { lists, messageOf, luresOf }) {
    if (link.source === 'image') return;
    const { host, path } = link.parts;
    const form =
      entryAbove(host, lists.formBuilders) !== undefined || (host === 'docs.google.com' && path.startsWith('/forms/'));
    if (!form) return;
    const message = messageOf(link);
    const words = piecesOf(`${host.split('.')[0]} ${path.slice(0, 300)}`).some(isCredentialWord);
    if (!words && !(message && luresOf(message).some(asksForAccess))) return;
    return { host: link.parts.unicodeHost };
  },
});

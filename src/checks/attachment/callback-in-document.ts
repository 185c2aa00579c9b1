import { registrable } from '../../parse/url.ts';
import { defineCheck } from '../check.ts';
import { CHARGE } from '../content/callback.ts';
import { hasPhoneNumber } from '../content/phone.ts';
import { senderDomain } from '../domains.ts';
import { linksIn, luresIn } from './inside.ts';
import { fileName } from './names.ts';

/**
 * The bill for something that nobody bought, as a file, with a number to call: the telephone version of the lure, kept out
 * of the mail's text. Needs two of its stock phrases and a charge; a shop's own bill links to the shop, and passes.
 */
export const callbackInDocument = defineCheck({
  id: 'callback-in-document',
  on: 'attachment',
  group: 'attachment',
  points: 4,
  explain:
    'The file {name} tells of a charge (“{phrase}”) and gives a phone number to stop it. At the other end sits the fraudster.',
  run(attachment, context) {
    const { content, name } = attachment;
    if (content.length > 6_000 || !CHARGE.test(content) || !hasPhoneNumber(content)) return;
    const hits = luresIn(attachment, context).filter(({ theme }) => theme === 'callback');
    if (new Set(hits.map(({ phrase }) => phrase)).size < 2) return;
    const home = registrable(senderDomain(context.messageOf(attachment)));
    if (home !== '' && linksIn(attachment, context).some(({ parts }) => parts.domain === home)) return;
    return { name: fileName(name) || 'without a name', phrase: hits[0]?.phrase ?? '' };
  },
});

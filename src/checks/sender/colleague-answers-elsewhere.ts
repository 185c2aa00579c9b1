import { registrable } from '../../parse/url.ts';
import { defineCheck } from '../check.ts';
import { isOwn } from '../domains.ts';
import { isMailingList } from '../mail.ts';

/**
 * The sender has an address of the organisation, or of the very house that it was sent to, and answers go outside: so
 * writes who forges a colleague. Lets pass lists, and a private address that is told in the text too.
 */
export const colleagueAnswersElsewhere = defineCheck({
  id: 'colleague-answers-elsewhere',
  on: 'message',
  group: 'sender',
  points: 3,
  explain: 'It looks like a colleague’s mail from {from}, but a reply would go outside, to {replyTo}.',
  run(message, { organisation, lists }) {
    const { from } = message;
    const house = registrable(from?.domain ?? '');
    if (!from || house === '' || lists.freeMail.has(house) || isMailingList(message)) return;
    const isColleague =
      isOwn(from.domain, organisation) ||
      message.to.some(({ domain }) => domain !== '' && registrable(domain) === house);
    if (!isColleague) return;
    const away = message.replyTo.find(({ domain }) => domain !== '' && registrable(domain) !== house);
    if (!away || isOwn(away.domain, organisation) || message.text.toLowerCase().includes(away.address)) return;
    return { from: from.address, replyTo: away.address };
  },
});

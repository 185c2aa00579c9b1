import { mentionsOf, ownMentionsIn } from '../brand-mentions.ts';
import { defineCheck } from '../check.ts';
import { isOwn } from '../domains.ts';
import { foldText } from '../lures.ts';
import { isDesk, signsFor } from '../sign-off.ts';
import { isConversation } from '../strangers.ts';
import { lures } from './demand.ts';

/**
 * It speaks for the organisation itself, at the foot ("IT Service Desk, Riverside Hospital") or in the subject, asks for
 * what only one's own house asks, and comes from outside. Lets pass those who only address the house (a greeting stands at
 * the head), suppliers that name their customer and ask for nothing, answers and lists.
 */
export const organisationVoiceForeignSender = defineCheck({
  id: 'organisation-voice-foreign-sender',
  on: 'message',
  group: 'content',
  points: 3,
  explain: 'It speaks in the name of {organisation}, but {address} is an address from outside.',
  run(message, context) {
    const { organisation } = context;
    const { from } = message;
    if (!from?.domain || organisation.domains.length === 0 || isOwn(from.domain, organisation)) return;
    if (isConversation(message, context)) return;
    const wants = lures(message, context, 'credential', 'account-problem', 'gift-card', 'bank-change', 'voicemail');
    if (wants.length === 0) return;
    const { folded } = mentionsOf(message, context);
    const inSubject = ownMentionsIn(foldText(message.subject), organisation)[0];
    const foot = ownMentionsIn(folded, organisation).find(
      (mention) =>
        (mention.end > folded.length / 2 || folded.length < 200) &&
        (signsFor(mention, folded) || isDesk(mention, folded)),
    );
    const found = foot ?? inSubject;
    return found ? { organisation: found.name, address: from.address } : undefined;
  },
});

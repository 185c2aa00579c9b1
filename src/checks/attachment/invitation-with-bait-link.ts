import { isCredentialWord, piecesOf } from '../bait-words.ts';
import { defineCheck } from '../check.ts';
import { isConversation } from '../strangers.ts';
import { luresIn, strangersIn } from './document-lures.ts';
import { fileName } from './names.ts';

/**
 * An invitation whose link leads to a stranger and speaks of signing in, or whose words do. Calendars put invitations in
 * by themselves, so the link waits there even when the mail is gone. Meeting rooms of well-known services pass.
 */
export const invitationWithBaitLink = defineCheck({
  id: 'invitation-with-bait-link',
  on: 'attachment',
  group: 'attachment',
  points: 3,
  explain:
    'The invitation {name} leads to {host} and speaks of signing in or of an account. Invitations have no need to.',
  run(attachment, context) {
    if (attachment.type !== 'ics') return;
    const message = context.messageOf(attachment);
    if (message && isConversation(message, context)) return;
    const links = strangersIn(attachment, context);
    const told = luresIn(attachment, context).some(({ theme }) => THEMES.test(theme));
    const link = links.find(({ parts }) => told || piecesOf(`${parts.host} ${parts.path}`).some(isCredentialWord));
    return link && { name: fileName(attachment.name || 'invite.ics'), host: link.parts.unicodeHost };
  },
});

const THEMES = /^(?:credential|account-problem|mailbox|payout|prize|renewal)$/;

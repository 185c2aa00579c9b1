import { defineCheck } from '../check.ts';
import { isConversation, leadsAstray, linksToNobody } from '../strangers.ts';
import { lures } from './demand.ts';

const SHORT = 1500;

/**
 * A short mail that urges to click, where the links lead to a house that nobody knows and the house that sent it is
 * neither linked nor named. Lets pass answers and lists, long texts, and everybody who says who they are.
 */
export const callToActionAmongStrangers = defineCheck({
  id: 'call-to-action-among-strangers',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'It urges you to click on a link to {domain}, and says nothing of {sender}, where it was sent from.',
  run(message, context) {
    const { from } = message;
    // Of a pasted text the sender is who posted it, perhaps in good faith.
    if (
      !from ||
      message.form === 'pasted' ||
      message.text.length > SHORT ||
      isConversation(message, context) ||
      !leadsAstray(message, context)
    )
      return;
    if (lures(message, context, 'call-to-action').length === 0) return;
    const [link] = linksToNobody(message, context);
    return link ? { domain: link.parts.domain || link.parts.host, sender: from.domain || from.name } : undefined;
  },
});

import { defineCheck } from '../check.ts';
import { entryAbove } from '../domains.ts';
import { isConversation, leadsAstray } from '../strangers.ts';
import { leadsHome, lures, STORIES } from './demand.ts';

/**
 * Three at once: one of the stories that lures tell, a deadline, and a call to click or open, from somebody who is a
 * stranger or writes from a free mailbox or a rented site. Each alone is everyday; houses that speak in their own name pass.
 */
export const storyWithDeadline = defineCheck({
  id: 'story-with-deadline',
  on: 'message',
  group: 'content',
  points: 2,
  explain:
    'It tells a story (“{story}”), sets a deadline (“{haste}”) and urges you to act, from an address that has nothing to do with it.',
  run(message, context) {
    if (message.text.length > LONG || isConversation(message, context) || leadsHome(message, context)) return;
    const [story] = lures(message, context, ...STORIES);
    const [haste] = lures(message, context, 'urgency');
    if (!story || !haste || lures(message, context, 'call-to-action').length === 0) return;
    const domain = message.from?.domain ?? '';
    const rented = context.lists.freeMail.has(domain) || entryAbove(domain, context.lists.siteHosts) !== undefined;
    return rented || leadsAstray(message, context) ? { story: story.phrase, haste: haste.phrase } : undefined;
  },
});

const LONG = 4000;

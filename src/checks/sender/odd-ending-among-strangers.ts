import { parse } from 'tldts';
import { registrable } from '../../parse/url.ts';
import { defineCheck } from '../check.ts';
import { endingOf, isPlainEnding } from '../domains.ts';
import { isWellKnown } from '../hosts.ts';
import { isConversation, leadsAstray } from '../strangers.ts';

/**
 * A sender under one of the new endings (`.shop`, `.beauty`) that is neither linked nor named in its own mail: a name bought
 * to be thrown away. Endings known for abuse have a check of their own. Lets pass everybody who says who they are.
 */
export const oddEndingAmongStrangers = defineCheck({
  id: 'odd-ending-among-strangers',
  on: 'message',
  group: 'sender',
  points: 1,
  explain: 'The sender’s domain {domain} has an unusual ending, and the mail says nothing of it.',
  run(message, context) {
    const domain = registrable(message.from?.domain ?? '');
    const ending = endingOf(domain);
    if (ending === '' || /^(?:edu|gov|mil|int)$/.test(ending)) return;
    // What nobody gives out is for `impossible-sender-domain` to say.
    if (parse(domain, { allowPrivateDomains: false }).isIcann !== true) return;
    if (isPlainEnding(ending, context.lists) || isWellKnown(domain, context)) return;
    return !isConversation(message, context) && leadsAstray(message, context) ? { domain } : undefined;
  },
});

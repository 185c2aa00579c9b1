import { registrable } from '../../parse/url.ts';
import { defineCheck } from '../check.ts';
import { isWellKnown } from '../hosts.ts';
import { isConversation } from '../strangers.ts';

/**
 * An address of a web page in the subject: mass mail puts it where a preview shows it. Lets pass answers, lists, and the
 * sender's own site; a bare word that a link finder takes for a site is none.
 */
export const linkInSubject = defineCheck({
  id: 'link-in-subject',
  on: 'link',
  group: 'link',
  points: 2,
  explain: 'The subject itself holds a web address, {host}.',
  run(link, context) {
    const message = context.messageOf(link);
    if (link.source !== 'subject' || !message || message.form === 'pasted' || isConversation(message, context)) return;
    const { parts, original } = link;
    if (!/:\/\/|^www\.|\/./i.test(original ?? link.url) || isWellKnown(parts.domain, context)) return;
    return parts.domain === registrable(message.from?.domain ?? '') ? undefined : { host: parts.unicodeHost };
  },
});

import { registrable } from '../../parse/url.ts';
import { defineCheck } from '../check.ts';
import { hostsAnyone, isWellKnown } from '../hosts.ts';
import { baited, files, webLinks } from './demand.ts';

/**
 * A document "shared" or "waiting for a signature" that opens on some third site or as a web page in the attachment.
 * A colleague's attached document passes, so does a link on the sender's own site or on a well-known one.
 */
export const sharedDocumentLure = defineCheck({
  id: 'shared-document-lure',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'It offers a document (“{phrase}”) that opens on {place}, which is not the sender’s own.',
  run(message, context) {
    const hit = baited(message, context, 'shared-document');
    if (!hit) return;
    const page = files(message, context).find(({ extension, type }) => PAGE.test(extension) || type === 'html');
    if (page) return { phrase: hit.phrase, place: page.name };
    const home = registrable(message.from?.domain ?? '');
    const foreign = webLinks(message, context).find(
      ({ parts }) => parts.domain !== home && (hostsAnyone(parts.host, context) || !isWellKnown(parts.domain, context)),
    );
    return foreign && { phrase: hit.phrase, place: foreign.parts.host };
  },
});

const PAGE = /^(?:[sx]?html?|svg|mht|mhtml)$/;

import { defineCheck } from '../check.ts';
import { isOwn } from '../domains.ts';
import { isMailingList, trustedDmarc, trustedResults } from '../mail.ts';

/**
 * The address is a colleague's, and the organisation's own mail server could not confirm it. Only results that the
 * organisation's own servers wrote count: the header is anybody's to write. Lets pass what came through a mailing list,
 * which changes the mail and so breaks the signature, and a DMARC pass by either method.
 */
export const ownDomainFailedAuthentication = defineCheck({
  id: 'own-domain-failed-authentication',
  on: 'message',
  group: 'sender',
  points: 5,
  explain: 'It claims to come from {address} in your own organisation, but your mail server could not confirm that.',
  run(message, { organisation }) {
    const { from } = message;
    if (!from?.domain || !isOwn(from.domain, organisation) || isMailingList(message)) return;
    const dmarc = trustedDmarc(message, organisation);
    if (dmarc === 'pass') return;
    const results = trustedResults(message, organisation);
    const failed = results.some(({ result }) => /^(?:fail|softfail|permerror)$/i.test(result));
    const passed = results.some(
      ({ result, domain }) => result.toLowerCase() === 'pass' && domain !== undefined && isOwn(domain, organisation),
    );
    return dmarc === 'fail' || (failed && !passed) ? { address: from.address } : undefined;
  },
});

import { registrable } from '../../parse/url.ts';
import { isCredentialWord, piecesOf } from '../bait-words.ts';
import { defineCheck } from '../check.ts';
import { isOwn, senderDomain } from '../domains.ts';

/**
 * Two or more such words in the domain that somebody registered (`secure-login-verify.example`), or one beside a
 * hyphenated string. Honest firms put "login" before their domain, not into it: sub-domains are let pass.
 */
export const credentialWordInHost = defineCheck({
  id: 'credential-word-in-host',
  on: 'link',
  group: 'link',
  points: 2,
  explain: 'The link’s domain {domain} is made of words such as “{word}” to look official.',
  run(link, { lists, organisation, messageOf }) {
    const { parts } = link;
    if (link.source === 'image' || parts.domain === '' || lists.popular.has(parts.domain)) return;
    if (isOwn(parts.host, organisation) || parts.domain === registrable(senderDomain(messageOf(link)))) return;
    const name = parts.domain.split('.')[0] ?? '';
    if (name.startsWith('xn--') || !name.includes('-')) return;
    const words = piecesOf(name).filter(isCredentialWord);
    return words[0] ? { domain: parts.domain, word: words[0] } : undefined;
  },
});

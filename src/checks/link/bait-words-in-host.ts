import { isBaitWord, piecesOf } from '../bait-words.ts';
import { defineCheck } from '../check.ts';
import { entryAbove, nameOf } from '../domains.ts';
import { frontOf, isStrangersSite } from '../hosts.ts';

/**
 * Two or more words of service, money or safety with a hyphen between them in the name that somebody registered:
 * `mail-account-center.example`. One word of signing in is for `credential-word-in-host`. Lets pass well-known sites and
 * the sender's own.
 */
export const baitWordsInHost = defineCheck({
  id: 'bait-words-in-host',
  on: 'link',
  group: 'link',
  points: 2,
  explain: 'The link’s domain {domain} is a chain of official-sounding words: {words}.',
  run(link, context) {
    if (!isStrangersSite(link, context)) return;
    const { host, domain } = link.parts;
    const shared = entryAbove(host, context.lists.siteHosts);
    const name = shared === undefined ? nameOf(domain) : (frontOf(link, context).split('.').at(-1) ?? '');
    if (!name.includes('-') || name.startsWith('xn--')) return;
    const words = [...new Set(piecesOf(name).filter((word) => word.length >= 4 && isBaitWord(word)))];
    if (words.length < 2) return;
    return { domain: shared === undefined ? domain : `${name}.${shared}`, words: words.slice(0, 3).join(', ') };
  },
});

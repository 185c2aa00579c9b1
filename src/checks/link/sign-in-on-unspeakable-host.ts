import { isCredentialWord, piecesOf } from '../bait-words.ts';
import { defineCheck } from '../check.ts';
import { nameOf } from '../domains.ts';
import { isStrangersSite } from '../hosts.ts';
import { lettersOf } from '../url-model/letters.ts';

/** Beside the words of signing in: what such pages are called. */
const SIGN_IN = new Set([
  'account',
  'accounts',
  'member',
  'members',
  'update',
  'verification',
  'bank',
  'card',
  'billing',
]);
/** Bits a letter from which on a name looks drawn: see `Letters`. */
const DRAWN = 5;

/**
 * A name without sense together with a page of signing in: each alone is ordinary. Short names that are abbreviations
 * pass by their shortness, and well-known sites pass.
 */
export const signInOnUnspeakableHost = defineCheck({
  id: 'sign-in-on-unspeakable-host',
  on: 'link',
  group: 'link',
  points: 2,
  explain: 'The link asks you to sign in ({piece}) at {host}, a name that nobody would choose for a site.',
  run(link, context) {
    if (!isStrangersSite(link, context) || link.parts.isIp) return;
    const name = nameOf(link.parts.domain);
    if (name.length < 5 || name.startsWith('xn--') || lettersOf(context.lists.popular).bits(name) < DRAWN) return;
    const words = piecesOf(link.parts.path.slice(0, 300));
    const piece = words.find((word) => isCredentialWord(word) || SIGN_IN.has(word));
    return piece ? { host: link.parts.unicodeHost, piece } : undefined;
  },
});

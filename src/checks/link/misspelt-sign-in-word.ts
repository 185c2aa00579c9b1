import { defineCheck } from '../check.ts';
import { isStrangersSite } from '../hosts.ts';
import { isMisspelt } from '../misspelt.ts';

/**
 * `longin`, `acount`, `securlty`: words of signing in and of service as they are misspelt in false hosts, where the right
 * word would be noticed by filters. Lets pass right spellings and their plurals.
 */
export const misspeltSignInWord = defineCheck({
  id: 'misspelt-sign-in-word',
  on: 'link',
  group: 'link',
  points: 2,
  explain: 'The link’s address {host} has a word of signing in, misspelt: {word}.',
  run(link, context) {
    if (!isStrangersSite(link, context)) return;
    const word = link.parts.host
      .slice(0, 253)
      .split(/[.-]/)
      .find((piece) => isMisspelt(piece.replace(/\d{1,4}$/, '')));
    return word ? { host: link.parts.unicodeHost, word } : undefined;
  },
});

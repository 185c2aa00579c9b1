import { isBaitWord, isCredentialWord } from '../bait-words.ts';
import { brandInLabel } from '../brands.ts';
import { defineCheck } from '../check.ts';
import { readAs } from '../digits-as-letters.ts';
import { isStrangersSite } from '../hosts.ts';

/**
 * `l0gin`, `0nline`, `paypa1`: a digit in place of a letter in a word of logging in or a brand's name. Lets pass numbers
 * beside a word, and words that are written with a digit anyway (`2fa`, `web2`).
 */
export const digitForLetterInHost = defineCheck({
  id: 'digit-for-letter-in-host',
  on: 'link',
  group: 'link',
  points: 3,
  explain: 'In {host} a digit stands for a letter: {word} is made to be read as “{meant}”.',
  run(link, context) {
    if (!isStrangersSite(link, context)) return;
    for (const word of link.parts.host.slice(0, 253).split(/[.-]/)) {
      if (word.length < 4 || word.length > 30 || !/[a-z]/.test(word) || !/[01345]/.test(word)) continue;
      const meant = readAs(word);
      for (const text of meant) {
        if (text === word || /\d/.test(text)) continue;
        const brand = text.length >= 5 ? brandInLabel(text, context.lists) : undefined;
        if (brand || isCredentialWord(text) || (text.length >= 6 && isBaitWord(text)))
          return { host: link.parts.unicodeHost, word, meant: text };
      }
    }
    return;
  },
});

import type { Lists, Organisation } from '../model.ts';
import { isBaitWord, piecesOf } from './bait-words.ts';
import { nameOf } from './domains.ts';
import { isStrong, likeness } from './lookalike.ts';

/**
 * The organisation's own domain that a foreign one imitates: a slip of one letter, letters drawn alike, dots turned into
 * hyphens, another ending, or the name with a bait word (`riverside-hospital-login.example`). Well-known domains pass:
 * they were there before us.
 */
export function likenessToOwn(domain: string, organisation: Organisation, lists: Lists): string | undefined {
  if (lists.popular.has(domain) || organisation.domains.includes(domain)) return undefined;
  return organisation.domains.find((own) => {
    const name = nameOf(own);
    const found = likeness(domain, own);
    if (found) return isStrong(found) || name.length >= 7;
    return name.length >= 4 && hasBait(nameOf(domain), name);
  });
}

function hasBait(label: string, own: string): boolean {
  if (!label.includes(own) || label === own) return false;
  const rest = piecesOf(label.replace(own, '-'));
  return rest.every((piece) => isBaitWord(piece) || /^\d+$/.test(piece));
}

import { domainToUnicode } from 'node:url';
import { distance } from 'fastest-levenshtein';
import { nameOf } from './domains.ts';
import { skeleton } from './skeleton.ts';

/** How one domain resembles another. */
export type Likeness =
  | 'same-letters' // drawn alike: раураl, paypa1, rnicrosoft
  | 'typo' // one letter more, less, other, or two swapped
  | 'dots-to-hyphens' // nhc-gov.example for nhc.gov.cn
  | 'other-ending'; // hospital.test for hospital.example

/**
 * How `domain` resembles `real` (both registrable); undefined when it does not, or is the same. Names below five
 * letters have honest neighbours one letter away, so only drawing and dots count there.
 */
export function likeness(domain: string, real: string): Likeness | undefined {
  if (domain === real || domain === '' || real === '') return undefined;
  const name = nameOf(domain);
  const target = nameOf(real);
  if (name === target) return target.length >= 5 ? 'other-ending' : dotted(name, real);
  const shown = name.includes('xn--') ? nameOf(domainToUnicode(domain) || domain) : name;
  if (target.length >= 4 && skeleton(shown) === skeleton(target)) return 'same-letters';
  if (target.length >= 5 && oneSlip(shown, target)) return 'typo';
  return dotted(name, real);
}

/** `nhc-gov`, `nhcgov`, `nhc-gov-cn` for `nhc.gov.cn`. A one-label ending is `com` and proves nothing. */
function dotted(name: string, real: string): Likeness | undefined {
  const labels = real.split('.');
  const heads = labels.length > 2 ? [labels.slice(0, 2), labels] : [labels];
  return heads.some(
    (head) => name === head.join('-') || (labels.length > 2 && head.join('').length >= 6 && name === head.join('')),
  )
    ? 'dots-to-hyphens'
    : undefined;
}

function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  if (distance(a, b) === 1) return true;
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return at >= 0 && a.slice(0, at) + a[at + 1] + a[at] + a.slice(at + 2) === b;
}

/** `other-ending` is the weakest likeness: countries share names, and so do honest firms. */
export function isStrong(found: Likeness): boolean {
  return found !== 'other-ending';
}

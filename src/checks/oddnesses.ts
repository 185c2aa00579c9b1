import type { Link } from '../model.ts';
import { isBaitWord, isCredentialWord, piecesOf } from './bait-words.ts';
import type { CheckContext } from './check.ts';
import { endingOf, entryAbove, nameOf } from './domains.ts';
import { frontOf } from './hosts.ts';
import { lettersOf } from './url-model/letters.ts';

/** Small things that are odd about an address, as words for a reader. Independent of one another, as far as that goes. */
export function oddnessesOf(link: Link, context: CheckContext): string[] {
  const { host, domain, path, query, isIp } = link.parts;
  const { lists } = context;
  const shared = entryAbove(host, lists.siteHosts);
  const front = frontOf(link, context);
  const labels = front === '' ? [] : front.split('.');
  const name = shared === undefined ? nameOf(domain) : (labels.pop() ?? '');
  const bits = lettersOf(lists.popular);
  const segments = path
    .slice(0, 500)
    .split('/')
    .filter((segment) => segment !== '');
  const tests: [string, boolean][] = [
    ['a bare number as its name', isIp],
    ['a name without sense', !isIp && name.length >= 6 && !name.startsWith('xn--') && bits.bits(name) > 5],
    ['digits among the letters', (!name.startsWith('xn--') && /[a-z]\d+[a-z]/.test(name)) || /\d{5}/.test(name)],
    ['a cheap ending', lists.riskyEndings.has(endingOf(domain).split('.').at(-1) ?? '')],
    ['a shared or borrowed host', shared !== undefined],
    ['many hyphens', !name.startsWith('xn--') && name.split('-').length > 3],
    ['many parts', labels.length >= 3],
    ['a code before the domain', labels.some((label) => label.length >= 6 && /\d/.test(label) && bits.bits(label) > 5)],
    ['words of service before the domain', labels.some((label) => piecesOf(label).filter(isBaitWord).length >= 2)],
    ['a code as its page', segments.some(isCode) || (query !== '' && /^[a-z]{6,12}$/.test(query))],
    ['words of signing in', piecesOf(path.slice(0, 300)).some(isCredentialWord)],
  ];
  return tests.filter(([, odd]) => odd).map(([words]) => words);
}

/** Mixed as no word is: `CvYJwD`, `98dfd2d3811a7535`. */
function isCode(segment: string): boolean {
  if (/^[0-9a-f]{16,}$/.test(segment)) return /\d/.test(segment);
  return (
    /^[A-Za-z0-9]{5,14}$/.test(segment) && /[a-z][A-Z]/.test(segment) && /[A-Z]{2}|\d[A-Za-z]/.test(segment.slice(1))
  );
}

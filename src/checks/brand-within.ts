import type { Lists } from '../model.ts';
import { isBaitWord } from './bait-words.ts';
import { nameOf } from './domains.ts';
import { isCommonLabel, isOrdinary } from './ordinary-names.ts';

/**
 * Short forms and romanised names under which houses are imitated in hosts, beside their names and domains in the brands'
 * list. By the house's name as it is told.
 */
const ALIASES: Record<string, string> = {
  kuroneko: 'Kuroneko Yamato',
  ekinet: 'Eki-net',
  saison: 'Saison Card',
  mytscubic: 'TS Cubic Card',
  tscubic: 'TS Cubic Card',
  jabank: 'JA Bank',
  uccard: 'UC Card',
  myjcb: 'MyJCB',
  smbccard: 'SMBC Card',
  viewcard: 'View Card',
  aupay: 'au PAY',
  meisai: 'ETC Meisai',
  jppost: 'Japan Post',
  sagawa: 'Sagawa Express',
  sbisec: 'SBI Securities',
  monex: 'Monex',
  mufg: 'MUFG',
  appleid: 'Apple ID',
  magazineluiza: 'Magazine Luiza',
  metamask: 'MetaMask',
};

/** Beside the name. More is a word in which it stands by chance. */
const MOST_OTHER = 7;
const LEAST = 6;

const indexes = new WeakMap<Lists['brands'], { names: Map<string, string>; real: Set<string> }>();

/**
 * The brand whose name stands in a word with a few letters glued to it: `amazonzr`, `jpkuronekos`. With a bait word or
 * nothing beside it that is for `brandInLabel`. Lets pass the names of well-known sites and ordinary words.
 */
export function brandWithin(word: string, lists: Lists): string | undefined {
  const { names, real } = indexOf(lists);
  if (word.length < 5 || word.length > 24 || !/^[a-z0-9]+$/.test(word) || real.has(word)) return undefined;
  if (Object.hasOwn(ALIASES, word)) return ALIASES[word];
  for (let length = Math.min(word.length - 1, 16); length >= 5; length -= 1) {
    if (word.length - length > MOST_OTHER) break;
    for (let at = 0; at + length <= word.length; at += 1) {
      const brand = names.get(word.slice(at, at + length));
      if (brand && !isWordAround(word.slice(0, at), word.slice(at + length))) return brand;
    }
  }
  return undefined;
}

/** What makes another word of the name: `amazonas`, `amazonia`, a plural. */
function isWordAround(before: string, after: string): boolean {
  if (before === '')
    return /^(?:s|as|ia|ian|ians|es|er|ers|ing|api|book|bot|js|dev|rch)$/.test(after) || isBaitWord(after);
  return after === '' && isBaitWord(before);
}

function indexOf(lists: Lists): { names: Map<string, string>; real: Set<string> } {
  const known = indexes.get(lists.brands);
  if (known) return known;
  const names = new Map(Object.entries(ALIASES));
  const real = new Set([...lists.popular.keys()].map(nameOf));
  const put = (word: string, brand: string): void => {
    if (word.length < LEAST || !/^[a-z]+$/.test(word) || isOrdinary(word) || isCommonLabel(word)) return;
    if (!names.has(word)) names.set(word, brand);
  };
  for (const brand of lists.brands) {
    // One word each: names of several are put together of words that stand together by chance.
    for (const name of brand.names) put(name.toLowerCase(), name);
    for (const domain of brand.domains) real.add(nameOf(domain));
  }
  const index = { names, real };
  indexes.set(lists.brands, index);
  return index;
}

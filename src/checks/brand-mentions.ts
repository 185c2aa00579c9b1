import type { Brand, Message, Organisation } from '../model.ts';

import type { CheckContext } from './check.ts';
import { foldText } from './lures.ts';
import { isOrdinary } from './ordinary-names.ts';
import { type PhraseTrie, phraseTrie } from './phrase-trie.ts';
import { plainWords } from './skeleton.ts';
import { isMark, isWithinName } from './word-edges.ts';

/**
 * Where a text names brands. People write about brands, so a mention accuses nobody; the checks ask what else speaks for
 * the brand being played: a sign-off, a subject, a story.
 */
export interface Mention {
  brand: Brand;
  name: string;
  /** In the folded text. */
  start: number;
  end: number;
}

interface Finder {
  trie: PhraseTrie;
  names: { brand: Brand; name: string }[];
}

const finders = new WeakMap<Brand[], Finder>();

function finderOf(brands: Brand[]): Finder {
  const known = finders.get(brands);
  if (known) return known;
  const names = new Map<string, { brand: Brand; name: string }>();
  for (const brand of brands) {
    for (const name of brand.names) {
      const folded = foldText(name);
      // Ordinary words and short names stand for other things too often to count in a running text.
      if (folded.length >= 3 && !isOrdinary(plainWords(name)) && !names.has(folded)) names.set(folded, { brand, name });
    }
  }
  const finder = { trie: phraseTrie([...names.keys()]), names: [...names.values()] };
  finders.set(brands, finder);
  return finder;
}

/** So many mentions are told: enough to count, too few to fill the memory with. */
const MOST = 200;

/** The brands that a folded text names, longest name first where two overlap. */
export function mentionsIn(folded: string, brands: Brand[]): Mention[] {
  const { trie, names } = finderOf(brands);
  const found: Mention[] = [];
  for (let start = 0; start < folded.length && found.length < MOST; start += 1) {
    if (isWithinName(folded, start) || isPartOfAddress(folded, start)) continue;
    trie.phrasesAt(folded, start, (name, end) => {
      if (!isMark(folded, end) && !goesOn(folded, end))
        found.push({ ...(names[name] as Finder['names'][0]), start, end });
    });
  }
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((one, at, all) => !all.slice(Math.max(0, at - 3), at).some((other) => one.end <= other.end));
}

/** True for what only begins a word, an address or a host: `paypal.com` names a site, and the links have their checks. */
function goesOn(text: string, end: number): boolean {
  const after = text[end];
  if (after === '@' || after === '/' || isWithinName(text, end)) return true;
  return after === '.' && WORD.test(text[end + 1] ?? ' ');
}
const WORD = /[\p{L}\p{N}_]/u;

function isPartOfAddress(text: string, start: number): boolean {
  const before = text[start - 1];
  return before === '@' || before === '/' || before === '.';
}

/** Brands that a message names in its subject and its text. */
export interface Mentions {
  subject: Mention[];
  text: Mention[];
  /** The text that the places in `text` count in. */
  folded: string;
}

const mentions = new WeakMap<Brand[], WeakMap<Message, Mentions>>();

/** The brands that a message names; computed once a message. */
export function mentionsOf(message: Message, { lists }: CheckContext): Mentions {
  const ofLists = mentions.get(lists.brands) ?? new WeakMap<Message, Mentions>();
  mentions.set(lists.brands, ofLists);
  const known = ofLists.get(message);
  if (known) return known;
  const folded = foldText(message.text.slice(0, LONGEST));
  const result = {
    subject: mentionsIn(foldText(message.subject), lists.brands),
    text: mentionsIn(folded, lists.brands),
    folded,
  };
  ofLists.set(message, result);
  return result;
}

/** What stands behind so much text plays nobody. */
const LONGEST = 30_000;

const houses = new WeakMap<Organisation, Brand[]>();

/** Where a folded text names the organisation itself: what is true of brands is true of one's own house. */
export function ownMentionsIn(folded: string, organisation: Organisation): Mention[] {
  const { names, domains } = organisation;
  const house = houses.get(organisation) ?? [{ id: 'own-organisation', names, domains, kind: 'other' }];
  houses.set(organisation, house);
  return mentionsIn(folded, house);
}

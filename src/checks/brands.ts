import type { Brand, Lists, Mailbox } from '../model.ts';
import { registrable } from '../parse/url.ts';
import { isBaitWord, piecesOf } from './bait-words.ts';
import { endingOf, entryAbove, isPlainEnding, isUnder, nameOf } from './domains.ts';
import { isCommonLabel, isOrdinary } from './ordinary-names.ts';
import { type PhraseTrie, phraseTrie } from './phrase-trie.ts';
import { plainWords, skeletonWords } from './skeleton.ts';

/**
 * How a brand is recognised.
 *
 * In a sender's name: the name as whole words, drawn-alike letters folded (`Αmаzоn`, `C o i n b a s e`). A name that is
 * also an ordinary word, a surname or a short abbreviation (Apple, Chase, ING) counts only when nothing else stands
 * beside it but words of office (`Apple Support`, not `Johnny Apple`). What stands in brackets is an employer
 * (`Ada Chen (Google)`), as developers write it.
 *
 * In a host: the name as a piece between dots and hyphens, or fused with a bait word (`paypalsecure`). Ordinary words
 * and short names count only when every other piece of the label is a bait word (`apple-id-verify`, not `apple-farm`).
 *
 * Never in a body: people write about brands.
 */

/** Hundreds of independent houses write under these names, each from a domain of its own: a foreign domain is normal. */
const FEDERATIONS = new Set(['sparkasse', 'volksbank', 'finanzamt', 'red-cross', 'nhs']);

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

interface BrandName {
  brand: Brand;
  name: string;
  looks: string;
  ordinary: boolean;
  unspaced: boolean;
}

interface BrandIndex {
  names: BrandName[];
  /** All looks as one tree; of scripts without blanks too, which are sought in the text without them. */
  looks: PhraseTrie;
  byLooks: BrandName[][];
  /** Pieces of hosts that name a brand: its names and the first labels of its domains, ASCII only. */
  words: Map<string, { brand: Brand; name: string; ordinary: boolean }>;
}

const indexes = new WeakMap<Brand[], BrandIndex>();

function indexOf(brands: Brand[]): BrandIndex {
  const known = indexes.get(brands);
  if (known) return known;
  const names: BrandName[] = [];
  const words: BrandIndex['words'] = new Map();
  for (const brand of brands) {
    for (const name of brand.names) {
      const plain = plainWords(name);
      const unspaced = UNSPACED.test(name);
      const ordinary = !unspaced && isOrdinary(plain);
      names.push({ brand, name, looks: skeletonWords(name), ordinary, unspaced });
      addWord(words, brand, plain.replaceAll(' ', ''), name);
    }
  }
  // After the names: `telekom` is Telekom, although T-Online too owns telekom.de.
  for (const brand of brands) {
    for (const domain of brand.domains) {
      const name = nameOf(domain);
      if (isCommonLabel(name) || !domain.includes('.')) continue;
      const bare = name.replaceAll('-', '');
      const known =
        brand.names.find((one) => bare.includes(plainWords(one).replaceAll(' ', ''))) ?? brand.names[0] ?? name;
      addWord(words, brand, name, known);
      addWord(words, brand, bare, known);
    }
  }
  // Longest first, so that "Bank of America" is not read as another brand's shorter name.
  names.sort((a, b) => b.looks.length - a.looks.length);
  const byLooks = Map.groupBy(names, ({ looks, unspaced }) => (unspaced ? looks.replaceAll(' ', '') : looks));
  const index = { names, looks: phraseTrie([...byLooks.keys()]), byLooks: [...byLooks.values()], words };
  indexes.set(brands, index);
  return index;
}

function addWord(words: BrandIndex['words'], brand: Brand, word: string, name: string): void {
  if (!/^[a-z0-9-]{3,30}$/.test(word) || /^\d+$/.test(word) || words.has(word) || isBaitWord(word)) return;
  words.set(word, { brand, name, ordinary: isOrdinary(word) || word.length <= 4 });
}

/** A brand, and the name by which it was met. */
export interface NamedBrand {
  brand: Brand;
  name: string;
}

/** The brand that a sender's display name claims to be. */
export function brandInName(displayName: string, lists: Lists): NamedBrand | undefined {
  const outside = displayName.replace(/\([^()]{0,100}\)/g, ' ');
  const text = skeletonWords(outside.trim() === '' ? displayName : outside);
  if (text === '') return undefined;
  const found = new Set<BrandName>();
  const { looks, byLooks, names } = indexOf(lists.brands);
  const look = (within: string, unspaced: boolean): void => {
    for (let start = 0; start < within.length; start += 1) {
      looks.phrasesAt(within, start, (phrase) => {
        for (const name of byLooks[phrase] as BrandName[]) if (name.unspaced === unspaced) found.add(name);
      });
    }
  };
  look(text, false);
  look(text.replaceAll(' ', ''), true);
  if (found.size === 0) return undefined;
  // In the index's order: the longest comes first.
  const hit = names.find((one) => found.has(one) && (one.unspaced || claims(text, one.looks, one.ordinary)));
  return hit && { brand: hit.brand, name: hit.name };
}

function claims(text: string, looks: string, ordinary: boolean): boolean {
  const at = ` ${text} `.indexOf(` ${looks} `);
  if (at === -1) return false;
  if (!ordinary) return true;
  // "John from Ledger" says where John works, whatever else the word may mean.
  if (at > 0 && text.length === at + looks.length && WORKS_AT.test(text.slice(0, at))) return true;
  const rest = `${text.slice(0, at)} ${text.slice(at + looks.length)}`.split(' ').filter((word) => word !== '');
  return rest.every((word) => OFFICE_LOOKS.has(word) || /^[\dlo]+$/.test(word));
}

const WORKS_AT = new RegExp(
  `^(?:\\p{L}+ ){1,2}(?:${['from', 'von', 'bei', 'chez'].map(skeletonWords).join('|')}) $`,
  'u',
);

/** Words that a service puts beside its name. Compared as they look, like the names themselves. */
const OFFICE_LOOKS = new Set(
  `support team security alert alerts service services customer customers care help helpdesk account accounts id pay bank banking
  card billing notice notification notifications update updates no reply noreply info the official center centre inc
  app wallet store online secure reward rewards live com mail gmbh ag sa ltd llc express paket pakete parcel kundenservice
  kunden kundendienst sicherheit konto suporte cliente clientes atendimento soporte equipo client info gutschein
  versand tracking delivery surprise unlimited global international communication message admin administrator department
  prime plus premium member membership statement fraud prevention verification unit desk de us uk fr nl es it br eu
  vip einladung gewinnspiel gewinner umfrage belohnung belohnungen treueprogramm survey winner voucher giveaway airdrop
  token tokens foundation insights guthaben`
    .split(/\s+/)
    .map(skeletonWords)
    .filter((word) => word !== ''),
);

/** Whether the brand itself stands behind a host. Its name under another plain ending (`lidl.si`) is taken for its own. */
export function ownsHost(brand: Brand, host: string, lists: Lists): boolean {
  if (entryAbove(host, lists.siteHosts) !== undefined) return false;
  if (brand.domains.some((domain) => isUnder(host, domain))) return true;
  const domain = registrable(host);
  const name = nameOf(domain);
  return (
    name.length >= 3 &&
    isPlainEnding(endingOf(domain), lists) &&
    brand.domains.some((own) => nameOf(own) === name && endingOf(own) !== '')
  );
}

/** Whether a mail's address shows that the brand sent it: its own domain, and not one where anyone gets a mailbox. */
export function sendsFrom(brand: Brand, domain: string, lists: Lists): boolean {
  return !lists.freeMail.has(domain) && ownsHost(brand, domain, lists);
}

const owners = new WeakMap<Brand[], Map<string, Brand>>();

/** The brand that a host belongs to, by its most specific domain. */
export function ownerOf(host: string, { brands }: Lists): Brand | undefined {
  let index = owners.get(brands);
  if (!index) {
    index = new Map();
    for (const brand of brands) {
      for (const domain of brand.domains) if (!index.has(domain)) index.set(domain, brand);
    }
    owners.set(brands, index);
  }
  const domain = entryAbove(host, index);
  return domain === undefined ? undefined : index.get(domain);
}

/** True when one brand stands behind both hosts. */
export function sameBrand(a: string, b: string, lists: Lists): boolean {
  return brandsNear(a, lists).some((brand) => ownsHost(brand, a, lists) && ownsHost(brand, b, lists));
}

/** True for a host of any brand's own. */
export function isOwned(host: string, lists: Lists): boolean {
  return brandsNear(host, lists).some((brand) => ownsHost(brand, host, lists));
}

const neighbours = new WeakMap<Brand[], { domains: Map<string, Brand[]>; names: Map<string, Brand[]> }>();

/** The few brands that may own a host: those with a domain above it, and those with a domain of the same first label. */
function brandsNear(host: string, { brands }: Lists): Brand[] {
  let index = neighbours.get(brands);
  if (!index) {
    index = { domains: new Map(), names: new Map() };
    for (const brand of brands) {
      for (const domain of brand.domains) {
        put(index.domains, domain, brand);
        put(index.names, nameOf(domain), brand);
      }
    }
    neighbours.set(brands, index);
  }
  const near = [...(index.names.get(nameOf(registrable(host))) ?? [])];
  for (let rest = host; rest !== ''; rest = endingOf(rest)) near.push(...(index.domains.get(rest) ?? []));
  return near;
}

function put(index: Map<string, Brand[]>, key: string, brand: Brand): void {
  const known = index.get(key);
  if (!known) index.set(key, [brand]);
  else if (known.at(-1) !== brand) known.push(brand);
}

/** Software that thousands of houses run themselves, and that writes in its own name from theirs. */
const SELF_HOSTED = new Set(['atlassian', 'gitlab', 'wordpress']);

/** Whether the house's own copy of a program wrote: `GitLab <gitlab@company.example>`, `WordPress <wordpress@shop.example>`. */
export function isSelfHosted(brand: Brand, { address, domain }: Mailbox): boolean {
  if (!SELF_HOSTED.has(brand.id)) return false;
  const names = brand.names.map((name) => plainWords(name).replaceAll(' ', ''));
  const local = address.slice(0, Math.max(0, address.length - domain.length - 1));
  return [...piecesOf(local), ...piecesOf(nameOf(domain))].some((piece) => names.includes(piece));
}

export function isFederation(brand: Brand): boolean {
  return FEDERATIONS.has(brand.id);
}

/**
 * The brand whose name stands in a host that is not the brand's: `paypal-login.example`, `dhl.track-parcel.example`.
 * Lets pass the sub-sites of well-known houses (`apple.stackexchange.com`) unless anyone gets a site there.
 */
export function brandInForeignHost(host: string, lists: Lists): NamedBrand | undefined {
  const domain = registrable(host);
  const shared = entryAbove(host, lists.siteHosts);
  if (shared === undefined && lists.popular.has(domain)) return undefined;
  // On a shared host only what the guest chose is looked at: `github` in github.io is the landlord's own name.
  const ending = shared ?? endingOf(domain);
  const labels = host.slice(0, Math.max(0, host.length - ending.length - 1)).split('.');
  const risky = lists.riskyEndings.has(ending.split('.').at(-1) ?? '');
  for (const [index, label] of labels.slice(-6).toReversed().entries()) {
    // A short name under a cheap ending (`dhl.top`) is not chance; under a plain one it may be another firm's.
    const found = brandInLabel(label, lists, index === 0 && risky);
    if (found && !isFederation(found.brand) && !ownsHost(found.brand, host, lists)) return found;
  }
  return undefined;
}

/** The brand that one label (or path piece) of a URL names. */
export function brandInLabel(label: string, lists: Lists, evenOrdinary = false): NamedBrand | undefined {
  const { words } = indexOf(lists.brands);
  if (label.length > 63 || label.startsWith('xn--')) return undefined;
  const whole = words.get(label);
  if (whole && (evenOrdinary || !whole.ordinary)) return { brand: whole.brand, name: whole.name };
  const pieces = piecesOf(label);
  for (const piece of pieces) {
    const hit = words.get(piece);
    if (!hit) continue;
    const others = pieces.filter((other) => !other.includes(piece) && !piece.includes(other));
    if (!hit.ordinary && piece.length >= 5) return { brand: hit.brand, name: hit.name };
    if (others.length > 0 && others.every((other) => isBaitWord(other) || /^\d+$/.test(other))) {
      return { brand: hit.brand, name: hit.name };
    }
  }
  for (const piece of pieces) {
    const fused = fusedBrand(piece, words);
    if (fused) return fused;
  }
  return undefined;
}

/** `paypalsecure`, `securepaypal`, `bradescocliente`: a brand's name and a bait word, glued. */
function fusedBrand(piece: string, words: BrandIndex['words']): NamedBrand | undefined {
  if (piece.length > 40) return undefined;
  for (let length = Math.min(piece.length - 2, 30); length >= 5; length -= 1) {
    const head = piece.slice(0, length);
    const tail = piece.slice(piece.length - length);
    const front = words.get(head);
    if (front && !front.ordinary && isBaitWord(piece.slice(length))) return { brand: front.brand, name: front.name };
    const back = words.get(tail);
    if (back && !back.ordinary && isBaitWord(piece.slice(0, -length))) return { brand: back.brand, name: back.name };
  }
  return undefined;
}

import type { Brand, Link, Lists, Message, UrlParts } from '../model.ts';
import { registrable } from '../parse/url.ts';
import { isBaitWord } from './bait-words.ts';
import { mentionsOf } from './brand-mentions.ts';
import { brandInForeignHost, ownerOf, ownsHost } from './brands.ts';
import type { CheckContext } from './check.ts';
import { lures, STORIES, TALES, webLinks } from './content/demand.ts';
import { entryAbove, isOwn, nameOf } from './domains.ts';
import { hostsAnyone, isWellKnown } from './hosts.ts';
import { foldText } from './lures.ts';
import { isMailingList } from './mail.ts';
import { plainWords } from './skeleton.ts';

/**
 * Whether the house that a mail comes from speaks in it. An honest house names itself and links home, however it sends;
 * a lure sent through somebody's broken-into server has no word and no link for that somebody.
 */

/**
 * An answer or a list's mail: people there talk about brands and link to anything. An answer says so in its subject, or
 * quotes what it answers: lures carry References of nothing to pass for one. All can be faked, so only hints may ask.
 */
export function isConversation(message: Message, context: CheckContext): boolean {
  if (isMailingList(message) && !opensWithStory(message, context)) return true;
  return message.isReply && (ANSWER.test(message.subject) || QUOTE.test(message.text.slice(0, 50_000)));
}

/** Lures are sent to lists too: an opening post that tells a lure's story is judged as what it is. */
function opensWithStory(message: Message, context: CheckContext): boolean {
  if (message.isReply) return false;
  return lures(message, context, ...TALES).length > 0 || lures(message, context, ...STORIES).length > 1;
}

const ANSWER =
  /^\s*(?:\[[^\]]{1,40}\]\s*)?(?:re|aw|antw|sv|vs|odp|ynt|rif|res|r|回复|答复|回覆)\s*(?:\[\d+\])?\s*[:：]/i;
const QUOTE = /^[ \t]{0,8}>/m;

/** Registrable domains of the sender's addresses that belong to a house: free mailboxes say nothing. */
function homes(message: Message, { lists }: CheckContext): Set<string> {
  return new Set(
    message.senders
      .map(({ domain }) => registrable(domain))
      .filter((domain) => domain !== '' && !lists.freeMail.has(domain)),
  );
}

/**
 * True when there are links, none leads to the sender's house, and the text never names it. Lets pass colleagues, and
 * quoted mail of which the forwarding program printed no address: nothing is known of its sender.
 */
export function isStranger(message: Message, context: CheckContext): boolean {
  const ofContext = strangers.get(context) ?? new Map<Message, boolean>();
  strangers.set(context, ofContext);
  const known = ofContext.get(message) ?? saysNothingOfItself(message, context);
  ofContext.set(message, known);
  return known;
}

/** A dozen checks ask for each message. */
const strangers = new WeakMap<CheckContext, Map<Message, boolean>>();

function saysNothingOfItself(message: Message, context: CheckContext): boolean {
  if (message.senders.some(({ domain }) => domain !== '' && isOwn(domain, context.organisation))) return false;
  if (!message.from?.domain && message.form !== 'raw' && message.form !== 'pasted') return false;
  const links = webLinks(message, context);
  if (links.length === 0) return false;
  const home = homes(message, context);
  if (links.some(({ parts }) => isKin(parts, home, message.from?.name ?? '', context))) return false;
  const words = ` ${mentionsOf(message, context).folded} ${foldText(message.subject)} `;
  return ![...home].some((domain) => saysName(words, nameOf(domain)));
}

/** Whether folded words say a domain's name: the whole anywhere, or a piece of it (`mail-swb`) that is no bait, as a word. */
function saysName(words: string, name: string): boolean {
  const whole = foldText(name);
  if (whole.length >= 4 && (words.includes(whole) || words.includes(whole.replaceAll(' ', '')))) return true;
  return name
    .split('-')
    .filter((piece) => piece.length >= 3 && !isBaitWord(piece))
    .some((piece) => hasWord(words, foldText(piece)));
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!LETTER.test(text[at - 1] ?? ' ') && !LETTER.test(text[at + word.length] ?? ' ')) return true;
  }
  return false;
}
const LETTER = /[\p{L}\p{N}]/u;

/**
 * Whether a link's house is the sender's by name: the same domain, a mailing domain of it (`firm-news.example` for
 * `firm.example`), or the house that the sender's name says (a mailing service sends for "Firm"). A brand's site is kin of
 * the brand's own addresses only, and a domain that carries a brand's name and is not the brand's is nobody's kin.
 */
function isKin({ domain, host }: UrlParts, home: Set<string>, sender: string, { lists }: CheckContext): boolean {
  if (home.has(domain)) return true;
  const owner = ownerOf(host, lists);
  if (owner) return [...home].some((own) => ownsHost(owner, own, lists));
  const name = nameOf(domain);
  if (name.length < 4 || hostsPages(host, lists) || brandInForeignHost(host, lists)) return false;
  if ([...home].some((own) => nameOf(own).includes(name) || (nameOf(own).length >= 4 && name.includes(nameOf(own))))) {
    return true;
  }
  return plainWords(sender).replaceAll(' ', '').includes(name.replaceAll('-', ''));
}

function hostsPages(host: string, { siteHosts, formBuilders, shorteners, mailServices }: Lists): boolean {
  return [siteHosts, formBuilders, shorteners, mailServices].some((list) => entryAbove(host, list) !== undefined);
}

/** Links to houses that nobody knows, or to places where anyone can put a page. */
export function linksToNobody(message: Message, context: CheckContext): Link[] {
  return webLinks(message, context).filter(({ parts }) => {
    if (isOwn(parts.host, context.organisation)) return false;
    return !isWellKnown(parts.domain, context) || hostsAnyone(parts.host, context);
  });
}

/** A stranger's mail that leads to strangers. */
export function leadsAstray(message: Message, context: CheckContext): boolean {
  return isStranger(message, context) && linksToNobody(message, context).length > 0;
}

/** True when neither an address of the sender nor any link is the brand's. Pictures do not count: a lure borrows them. */
export function isForeignTo(brand: Brand, message: Message, { lists, linksOf }: CheckContext): boolean {
  if (message.senders.some(({ domain }) => domain !== '' && ownsHost(brand, domain, lists))) return false;
  return !linksOf(message).some(({ source, parts }) => source !== 'image' && ownsHost(brand, parts.host, lists));
}

/** Brands that half of all mail names in passing: "follow us on Facebook", "found it on Google". */
export function isSmallTalk({ id, kind }: Brand): boolean {
  return kind === 'social' || id === 'google';
}

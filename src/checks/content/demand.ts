import type { Attachment, Brand, Link, Message, Theme } from '../../model.ts';
import { registrable } from '../../parse/url.ts';
import type { CheckContext, LureHit } from '../check.ts';
import { hostsAnyone, isWellKnown } from '../hosts.ts';

/**
 * What a message wants of its reader, and what it gives the reader to do it with. A theme alone convicts nobody: half of
 * all honest mail is about accounts, parcels and payments. A lure needs a handle.
 */

/** Links that a reader could follow: not pictures, not the way out of a newsletter. */
export function webLinks(message: Message, context: CheckContext): Link[] {
  return context
    .linksOf(message)
    .filter(
      ({ parts, source, shown }) =>
        (parts.scheme === 'http' || parts.scheme === 'https') &&
        source !== 'image' &&
        !/^\W*(?:unsubscribe|opt.?out|view (?:this email )?(?:in|on) |退订|取消订阅|退訂|配信停止|수신 ?거부|отписаться|wypisz się|abonelikten çık|إلغاء الاشتراك)/i.test(
          shown ?? '',
        ),
    );
}

/** Files that a reader could open: not the pictures of the body. */
export function files(message: Message, context: CheckContext): Attachment[] {
  return context.attachmentsOf(message).filter(({ inline }) => !inline);
}

/** True when there is anything to click, open or fill in. */
export function hasHandle(message: Message, context: CheckContext): boolean {
  return message.forms.length > 0 || files(message, context).length > 0 || webLinks(message, context).length > 0;
}

/** The phrases of these themes in a message, longest of those that overlap, each once; none when it is about lures. */
export function lures(message: Message, context: CheckContext, ...themes: Theme[]): LureHit[] {
  const hits = context.luresOf(message);
  if (isAboutLures(message, hits)) return [];
  const kept: LureHit[] = [];
  const wanted = hits.filter(({ theme }) => themes.includes(theme));
  for (const hit of wanted.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!kept.some((other) => other.phrase === hit.phrase || (hit.start < other.end && other.start < hit.end))) {
      kept.push(hit);
    }
  }
  return kept.toSorted((a, b) => a.start - b.start);
}

/** Themes that are a story a lure tells; the others are how it presses. */
export const STORIES: Theme[] = [
  'credential',
  'account-problem',
  'bank-change',
  'gift-card',
  'parcel',
  'voicemail',
  'extortion',
  'authority',
  'tax',
  'callback',
  'prize',
  'advance-fee',
  'enable-content',
  'mailbox',
  'renewal',
  'payout',
  'quotation',
  'job',
];

/** Stories that need nothing to click: see `asks.ts`. */
export const TALES: Theme[] = [
  'boss',
  'staff-records',
  'overpayment',
  'name-registration',
  'rental',
  'cheque',
  'romance',
  'fortune',
  'remote-help',
  'payee-alert',
  'investment',
  'exposure',
  'charge-call',
  'legacy',
  'lending',
  'relative-in-need',
  'begging',
  'bullion',
];

/**
 * A long text that names phishing or fraud and tells many different stories is a warning or a newsletter about lures.
 * A lure tells one story. Whoever pads it to pass for a warning has to show the reader five other stories.
 */
function isAboutLures(message: Message, hits: LureHit[]): boolean {
  if (message.text.length < 1500) return false;
  // The many hits first: few texts have them, and the words are sought in all of a text, each time anew.
  if (new Set(hits.map(({ theme }) => theme).filter((theme) => STORIES.includes(theme))).size < 5) return false;
  return NAMES_FRAUD.test(message.text);
}

const NAMES_FRAUD =
  /phish|scam|fraudster|钓鱼|诈骗|釣魚|詐騙|フィッシング|詐欺|피싱|사기|фишинг|мошенни|oszust|wyłudz|dolandırıcı|oltalama|احتيال|تصيد/i;

/** So near (in folded characters) a demand must stand to belong to the story: about two paragraphs. */
const NEAR = 1200;

/** True when the message urges to act near the phrase, or is so short that its link or file is all there is to do. */
export function urges(message: Message, context: CheckContext, hit: LureHit): boolean {
  return message.text.length < SHORT || standsNear(message, context, hit, URGES);
}

const SHORT = 1000;

const URGES: Theme[] = ['call-to-action'];

/** Where there is nothing to click: to act, in haste, to give what is secret, or to fear what happens otherwise. */
const DEMANDS: Theme[] = [...URGES, 'urgency', 'secrets', 'threat'];

function standsNear(message: Message, context: CheckContext, hit: LureHit, themes: Theme[]): boolean {
  return context
    .luresOf(message)
    .some(({ theme, start, end }) => themes.includes(theme) && start - hit.end < NEAR && hit.start - end < NEAR);
}

/**
 * True when every link leads to a well-known site that hosts nobody else's pages, one of them the sender's own, and there
 * is nothing to open or fill in. Even if the sender is forged, such links do no harm; a notice of a real bank or parcel
 * service looks like this. Open redirects on such sites are the link checks' business.
 */
export function leadsHome(message: Message, context: CheckContext): boolean {
  const home = registrable(message.from?.domain ?? '');
  if (!home || message.forms.length > 0 || files(message, context).length > 0) return false;
  const links = webLinks(message, context);
  return (
    links.some(({ parts }) => parts.domain === home) &&
    links.every(({ parts }) => isWellKnown(parts.domain, context) && !hostsAnyone(parts.host, context))
  );
}

/**
 * The first phrase of the theme that comes with a handle and a demand; nothing for links that cannot harm. Where there is
 * no handle the demand itself must stand there: links get lost when people paste or forward a lure.
 */
export function baited(message: Message, context: CheckContext, ...themes: Theme[]): LureHit | undefined {
  if (leadsHome(message, context)) return undefined;
  const handle = hasHandle(message, context);
  return lures(message, context, ...themes).find((hit) =>
    handle ? urges(message, context, hit) : standsNear(message, context, hit, DEMANDS),
  );
}

/** True when the sender is an authority: a government's own domain, or that of a known one. */
export function isFromAuthority({ from }: Message, { lists }: CheckContext): boolean {
  const domain = from?.domain ?? '';
  if (/(?:^|\.)(?:gov|gouv|gob|govt|nhs|europa)(?:\.[a-z]{2,3})?$/.test(domain)) return true;
  const known = authorityDomains(lists.brands);
  return known.has(registrable(domain)) || known.has(domain);
}

const authorities = new WeakMap<Brand[], Set<string>>();

function authorityDomains(brands: Brand[]): Set<string> {
  let domains = authorities.get(brands);
  if (!domains) {
    domains = new Set(
      brands.filter(({ kind }) => kind === 'government' || kind === 'health').flatMap((brand) => brand.domains),
    );
    authorities.set(brands, domains);
  }
  return domains;
}

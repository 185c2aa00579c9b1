import { carriesPerson, namesPerson, type Persons } from '../persons.ts';

/** Words of links that end a subscription, in the languages of our reporters. */
const UNSUBSCRIBE =
  /unsub(?:scri|[^a-z]|$)|opt-?_?out|list-?_?manage|(?:email|mail|subscription|newsletter)[-_ ]?(?:preferences|settings|center)|remove[-_ ]?me|abmeld|abbestell|austrag|d[eé]s(?:abonn|inscri)|[-_/ ]baja(?:[^a-z]|$)|cancelar[-_ ]?(?:suscri|inscri|assinatura|subscri)|disiscri|cancella[-_ ]?iscri|afmeld|uitschrij|wypisz|rezygn|отпис|abonelikten|退订|退訂|取消订阅|取消訂閱|配信停止|配信解除|수신거부|إلغاء الاشتراك/iu;

/** What a page does when it is opened: harmless as a bare page, an act where anything tells one reader from another. */
const ACTS =
  /reset|forgot|recover|verif|confirm|activat|validat|magic|one-?_?time|[-_/]otp|invit|accept|approv|reject|declin|rsvp|unlock|register|delete|cancel|best[aä]tig|aktivier|confirmer|activer|verificar|activar|conferma|attiva/i;

/** Parameters that tell one reader from another, or open a door once. */
const PARAMETERS =
  /^(?:(?:access|auth|reset|login|invite|invitation|confirm|confirmation|verify|verification|activation|magic|one-?_?time|id|session|csrf)?[-_]?(?:token|code|key|hash|ticket|sig|signature|nonce|secret)|otp|jwt|sid|session|session-?_?id|uid|rid|cid|mid|sub|user|user-?_?id|recipient|recipient-?_?id|subscriber|contact|email|e-?mail|mail|e|u|r)$/i;

/** What tells whether a link may be opened at all. */
export interface Reader {
  persons: Persons;
  /** Addresses of List-Unsubscribe headers. */
  unsubscribe: ReadonlySet<string>;
  isShortener(host: string): boolean;
}

/**
 * Why a link is never opened, by us or in our name; undefined where it may be. Opening is an act: a link that ends a
 * subscription, confirms something or works once would do so for the reader, and one that was made for one reader tells
 * its sender that the mail was read. Errs towards leaving alone. `shown` are the words on the link.
 */
export function whyLeftAlone(url: URL, { persons, unsubscribe, isShortener }: Reader, shown = ''): string | undefined {
  const words = readable(`${url.host}${url.pathname}${url.search}`);
  if (unsubscribe.has(plain(url)) || UNSUBSCRIBE.test(words) || UNSUBSCRIBE.test(shown.slice(0, 500))) {
    return 'it ends a subscription';
  }
  const tail = `${url.search}${url.hash}`;
  const short = isShortener(url.hostname.replace(/^www\./, ''));
  const names = [...new URLSearchParams(url.search).keys()];
  const keyed = names.some((name) => PARAMETERS.test(name.trim()));
  const telling = tail.length > 1 || /\d/.test(url.pathname);
  if (keyed || (ACTS.test(words) && telling)) return 'it may work only once, or for one person';
  // Segment by segment beside the whole: a coded address may fill one, or hold slashes.
  const pieces = [...url.hostname.split('.'), url.pathname, ...url.pathname.split('/').slice(0, 50), tail];
  const personal = pieces.some((piece, index) =>
    short && index < pieces.length - 1 ? namesPerson(piece, persons) : carriesPerson(piece, persons),
  );
  return personal ? 'it holds what could be one person’s' : undefined;
}

/** The addresses of List-Unsubscribe headers, as `whyLeftAlone` compares them. */
export function unsubscribeLinks(
  messages: readonly { headers: readonly { name: string; value: string }[] }[],
): Set<string> {
  const found = new Set<string>();
  for (const { headers } of messages) {
    for (const { name, value } of headers) {
      if (name !== 'list-unsubscribe') continue;
      for (const [, address = ''] of value.slice(0, 8_000).matchAll(/<([^<>\s]{8,2000})>/g)) {
        const url = URL.parse(address);
        if (url) found.add(plain(url));
      }
    }
  }
  return found;
}

function plain(url: URL): string {
  return `${url.host}${url.pathname}${url.search}`;
}

function readable(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

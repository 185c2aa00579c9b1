import type { Link, Lists, Message, Organisation } from '../model.ts';

/** True when `host` is `domain` or lies under it: `evilpaypal.com` does not lie under `paypal.com`. */
export function isUnder(host: string, domain: string): boolean {
  return host === domain || (host.endsWith(domain) && host.charAt(host.length - domain.length - 1) === '.');
}

/** The entry of the set that `host` is or lies under: a look-up a label, so long lists cost nothing. */
export function entryAbove(host: string, set: { has(entry: string): boolean }): string | undefined {
  let rest = host;
  for (let labels = 0; labels < 128; labels += 1) {
    if (set.has(rest)) return rest;
    const dot = rest.indexOf('.');
    if (dot === -1) return undefined;
    rest = rest.slice(dot + 1);
  }
  return undefined;
}

/** The first label of a registrable domain: `bbva` of `bbva.com.ar`. */
export function nameOf(domain: string): string {
  const dot = domain.indexOf('.');
  return dot === -1 ? domain : domain.slice(0, dot);
}

/** What follows the first label: `com.ar`. */
export function endingOf(domain: string): string {
  return domain.slice(nameOf(domain).length + 1);
}

export function isOwn(host: string, organisation: Organisation): boolean {
  return organisation.domains.some((domain) => isUnder(host, domain));
}

/**
 * An ending under which a company commonly registers its own name again: a country's, .com, .net, .org. Endings that
 * cost little and are abused much are not, and neither are the fancy ones (`paypal.support`).
 */
export function isPlainEnding(ending: string, lists: Pick<Lists, 'riskyEndings'>): boolean {
  const last = ending.split('.').at(-1) ?? '';
  return !lists.riskyEndings.has(last) && (last.length === 2 || last === 'com' || last === 'net' || last === 'org');
}

/**
 * A word of a plain text that a link finder took for a site: `sys.date`, `main.cf:12`. In a text without mail headers
 * (an SMS, a chat) a bare site is what people tap on, so there it counts.
 */
export function isBareWord(link: Link, message: Message | undefined): boolean {
  const { original } = link;
  if (link.source !== 'text' || message?.form !== 'raw' || original === undefined) return false;
  return (
    !original.includes('://') && !/^www\./i.test(original) && link.parts.path.length <= 1 && link.parts.query === ''
  );
}

/** The domain that the message came from, as the reader was shown it. `''` when unknown. */
export function senderDomain(message: Message | undefined): string {
  return message?.from?.domain ?? '';
}

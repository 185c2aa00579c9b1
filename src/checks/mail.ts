import type { AuthenticationResult, Message, Organisation } from '../model.ts';

/**
 * True for what came through a mailing list that speaks in the From domain's own name (a list that rewrites From) or
 * that the recipient wrote to. Anyone can add the headers: only weak checks may be silenced by them.
 */
export function isMailingList(message: Message): boolean {
  return message.headers.some(({ name }) => name === 'list-id' || name === 'list-post');
}

/** A bulk mail that lets itself be unsubscribed: a newsletter, or what pretends to be one. Weak, like the above. */
export function isBulk(message: Message): boolean {
  return isMailingList(message) || message.headers.some(({ name }) => name === 'list-unsubscribe');
}

/**
 * Results that one of the organisation's own servers wrote, then those of our own look. Everybody can write the header, so
 * others are ignored; and a quoted original has none that mean anything. The servers come first: they saw the mail arrive.
 */
export function trustedResults(message: Message, organisation: Organisation): AuthenticationResult[] {
  if (message.form !== 'raw') return [];
  const ours = new Set(organisation.authservIds.map((id) => id.toLowerCase()));
  const noted = message.authentication.filter(
    ({ authserv, verified }) => verified !== true && ours.has(authserv.toLowerCase()),
  );
  return [...noted, ...message.authentication.filter(({ verified }) => verified === true)];
}

/**
 * What our own servers or our own look said of DMARC: `none` when the sender's domain has no policy, undefined when they
 * said nothing.
 */
export function trustedDmarc(message: Message, organisation: Organisation): string | undefined {
  return trustedResults(message, organisation)
    .find(({ method }) => method === 'dmarc')
    ?.result.toLowerCase();
}

/**
 * True when the mail is proven to come from the domain that its From names: by DMARC, or, where that domain has no policy,
 * by its own signature or envelope. Proves the domain, not that it is honest: it may lift a weak doubt about a known
 * house's address, and nothing else.
 */
export function isAuthenticated(message: Message, organisation: Organisation): boolean {
  const from = message.from?.domain;
  if (!from || message.senders.length !== 1) return false;
  const dmarc = trustedDmarc(message, organisation);
  if (dmarc !== 'none') return dmarc === 'pass';
  return trustedResults(message, organisation).some(
    ({ result, domain }) => result.toLowerCase() === 'pass' && domain === from,
  );
}

/**
 * The text of a message without the lines that it quotes from an earlier one: who answers a lure on a mailing list, or
 * warns of one, repeats its words. Only in replies: otherwise an attacker would put `>` before every line of a lure.
 */
export function ownWords(message: Pick<Message, 'text' | 'isReply' | 'comment'>): string {
  const text = message.isReply ? message.text.replace(/^[ \t]{0,8}>.*$/gm, '') : message.text;
  return message.comment ? `${text}\n${message.comment}` : text;
}

/**
 * A mail server's own report that something could not be delivered, which speaks of full mailboxes as lures do. Anyone can
 * write such a head: only checks on what such reports say may be silenced by it, never those on links.
 */
export function isBounce({ from, headers }: Message): boolean {
  if (!/^(?:mailer-daemon|postmaster|mail-?delivery|bounce)/i.test(from?.address ?? from?.name ?? '')) return false;
  return headers.some(
    ({ name, value }) =>
      (name === 'auto-submitted' && !/^no\b/i.test(value)) ||
      name === 'x-failed-recipients' ||
      (name === 'content-type' && /report-type=["']?delivery-status/i.test(value)) ||
      (name === 'return-path' && /^\s*<>\s*$/.test(value)),
  );
}

/** True when the To line is there and holds no address: `undisclosed-recipients:;`. A line that is missing may be lost. */
export function namesNobody({ headers, to, cc }: Message): boolean {
  return headers.some(({ name }) => name === 'to') && [...to, ...cc].every(({ address }) => address === '');
}

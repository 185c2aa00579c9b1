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
 * Results that one of the organisation's own servers wrote. Everybody can write the header, so others are ignored; and a
 * quoted original has none that mean anything.
 */
export function trustedResults(message: Message, organisation: Organisation): AuthenticationResult[] {
  if (message.form !== 'raw') return [];
  const ours = new Set(organisation.authservIds.map((id) => id.toLowerCase()));
  return message.authentication.filter(({ authserv }) => ours.has(authserv.toLowerCase()));
}

/** What our own servers said of DMARC: `none` when the sender's domain has no policy, undefined when they said nothing. */
export function trustedDmarc(message: Message, organisation: Organisation): string | undefined {
  return trustedResults(message, organisation)
    .find(({ method }) => method === 'dmarc')
    ?.result.toLowerCase();
}

/**
 * The text of a message without the lines that it quotes from an earlier one: who answers a lure on a mailing list, or
 * warns of one, repeats its words. Only in replies: otherwise an attacker would put `>` before every line of a lure.
 */
export function ownWords(message: Pick<Message, 'text' | 'isReply' | 'comment'>): string {
  const text = message.isReply ? message.text.replace(/^[ \t]{0,8}>.*$/gm, '') : message.text;
  return message.comment ? `${text}\n${message.comment}` : text;
}

import type { Mailbox, Message } from '../model.ts';
import { isClientLink, withoutBanners } from './banner.ts';
import type { Body } from './body.ts';
import { areSignatureLinks, type Comment, readComment, SHORT_COMMENT } from './comment.ts';
import { type Carrier, type Forward, findForward } from './forward.ts';
import { findLinks } from './links.ts';
import { addGap, addLink, MOST, messageId, type Tray } from './tray.ts';
import { registrable } from './url.ts';

/** A message before its body is known to be its own. */
export type Draft = Omit<Message, 'id' | 'text' | 'hiddenText' | 'forms' | 'pictures'>;

/** Levels of forwards within forwards that are followed, as for attached mails. */
const MOST_LEVELS = MOST.depth;

/**
 * Puts a message into the tray: as itself, or, where it is a forward, as the original that it quotes. Returns the id of
 * the message to which its attachments belong.
 *
 * Who is judged. In a staff forward the quoted original is the suspect, and the colleague is never a message of the
 * evidence. But an attacker can write a forward block too: below a page of his own text, to have the text judged under
 * the quoted name ("from your director"), or at the top of his own mail, to vanish behind it. So a forward hides its
 * carrier only when all of this holds:
 * - hardly more than a comment stands before the block (at most 400 characters beside signature, disclaimer and banners),
 *   and no link but such as stand in signatures (else the lure could stand there, outside of what is judged);
 * - the carrier may well be a colleague (`fromColleague`, see `mail.ts` for raw mail).
 * Else both are judged: the carrier with all of its text, the quoted original with its own. Links before the block are
 * the carrier's, or the original's when there is no carrier to hold them: no link is ever dropped. Nor are the words of a
 * carrier that could be forged: of raw mail (its From may be spoofed) and of a forward within a forward, the comment is
 * judged beside the original, so that "please wire 50,000 today" above an innocent forward is still read.
 */
export async function placeMessage(
  tray: Tray,
  draft: Draft,
  body: Body,
  options: { fromColleague: boolean; depth?: number },
): Promise<string> {
  const depth = options.depth ?? 0;
  const forward = depth < MOST_LEVELS ? forwardIn(draft, body, options.fromColleague) : undefined;
  if (!forward) return addMessage(tray, draft, body);
  const comment = readComment(body.text.slice(0, forward.start));
  const staff = options.fromColleague && isComment(body, forward, comment, draft.from);
  const after = bodyFrom(body, forward, staff);
  if (!staff) addMessage(tray, draft, { ...body, links: body.links.filter((link) => link.at < forward.start) });
  const carrier = draft.from?.address ? draft.from : undefined;
  const forwardedBy = staff ? (draft.forwardedBy ?? carrier) : draft.forwardedBy;
  const words = staff && (draft.form === 'raw' || depth > 0) ? comment.words : '';
  const said = [draft.comment, words].filter(Boolean).join('\n\n');
  const quoted: Draft = {
    form: 'quoted',
    ...(said ? { comment: said } : {}),
    ...(forwardedBy ? { forwardedBy } : {}),
    headers: [],
    from: forward.from,
    senders: forward.from ? [forward.from] : [],
    replyTo: forward.replyTo,
    to: forward.to,
    cc: forward.cc,
    subject: forward.subject.slice(0, 2_000),
    ...(forward.sentAt ? { sentAt: forward.sentAt } : {}),
    isReply: false,
    authentication: [],
  };
  // One colleague forwards to the next: the innermost original of the same house is the suspect. Beyond a foreign
  // sender we do not go: what he quotes is his own story.
  const chained = staff && (carrier ? sameHouse(carrier, forward.from) : isInternal(draft, forward));
  return chained
    ? placeMessage(tray, quoted, after, { fromColleague: true, depth: depth + 1 })
    : addMessage(tray, quoted, after);
}

/**
 * The forward in a body. Where the block stands in the plain part alone (Apple Mail sends the original's HTML as it was),
 * the HTML is the quoted body, from behind the comment on.
 */
function forwardIn(draft: Draft, body: Body, fromColleague: boolean): Forward | undefined {
  const carrier: Carrier | undefined =
    draft.form === 'pasted' ? undefined : { subject: draft.subject, isReply: draft.isReply, fromColleague };
  const forward = findForward(body.text, carrier);
  if (forward || !body.plain || !carrier) return forward;
  const inPlain = findForward(body.plain, { ...carrier, isReply: true });
  if (!inPlain) return undefined;
  const comment = body.plain.slice(0, inPlain.start).trim();
  const last = comment.split('\n').at(-1)?.trim() ?? '';
  const at = last === '' ? -1 : body.text.slice(0, comment.length + 200).lastIndexOf(last);
  const start = at < 0 ? 0 : at + last.length;
  return { ...inPlain, start, bodyStart: start };
}

/** A pasted block of a colleague's own forward: from one house to the same house. */
function isInternal(draft: Draft, { from, to }: Forward): boolean {
  return draft.form === 'pasted' && from !== undefined && to.some((box) => sameHouse(from, box));
}

/** Words encrypted in the body itself, below whatever stands open above them. */
const PGP = /^[> ]{0,8}-----BEGIN PGP MESSAGE-----$[\s\S]{0,2000}?^[> ]{0,8}[A-Za-z0-9+/]{40}/m;

function addMessage(tray: Tray, draft: Draft, body: Body): string {
  const id = messageId(tray);
  if (tray.messages.length >= MOST.messages) {
    addGap(tray, { what: 'mail', why: 'too-many', blinding: true });
  } else {
    const { hiddenText, forms, pictures } = body;
    const text = withoutBanners(body.text);
    tray.messages.push({ id, ...draft, text, hiddenText, forms: forms.slice(0, 50), pictures });
  }
  for (const { url } of findLinks(draft.subject).urls) addLink(tray, { url }, { source: 'subject', message: id });
  for (const link of body.links) {
    if (!isClientLink(link.url)) addLink(tray, link, { source: link.source, message: id });
  }
  for (const address of body.addresses.slice(0, 200)) tray.addresses.add(address);
  if (body.cut) addGap(tray, { what: 'mail', why: 'too-large', blinding: true });
  if (PGP.test(body.text)) addGap(tray, { what: 'mail', why: 'encrypted', blinding: true });
  return id;
}

/** True when nothing but a comment and a signature stands before the forward. */
function isComment(body: Body, forward: Forward, comment: Comment, from: Mailbox | undefined): boolean {
  if (comment.length > SHORT_COMMENT) return false;
  return areSignatureLinks(
    [
      ...findLinks(body.text.slice(0, forward.start)).urls.map(({ url }) => url),
      ...body.links.filter(({ at, source }) => at < forward.start && source !== 'image').map(({ url }) => url),
    ],
    from,
  );
}

function sameHouse(one: Mailbox, other: Mailbox | undefined): boolean {
  return one.domain !== '' && other !== undefined && registrable(one.domain) === registrable(other.domain);
}

function bodyFrom(body: Body, forward: Forward, withAllLinks: boolean): Body {
  const rest = body.text.slice(forward.bodyStart);
  const text = rest.trimStart();
  const start = forward.bodyStart + rest.length - text.length;
  const lines = text.split('\n');
  const quoted = lines.every((line) => line === '' || line.startsWith('>'));
  return {
    ...body,
    text: quoted ? lines.map((line) => line.replace(/^> ?/, '')).join('\n') : text,
    links: body.links
      .filter((link) => withAllLinks || link.at >= forward.start)
      .map((link) => ({ ...link, at: quoted ? Number.POSITIVE_INFINITY : Math.max(0, link.at - start) })),
  };
}

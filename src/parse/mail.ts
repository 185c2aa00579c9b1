import { type Attachment as MailPart, type ParsedMail, simpleParser } from 'mailparser';
import type { Mailbox } from '../model.ts';
import { type Body, type BodyLink, readBody } from './body.ts';
import { decodeBodies } from './charset.ts';
import { authenticationOf, dateOf, decodeSubject, headersOf, headerValue, mailboxesIn } from './headers.ts';
import { hrefsIn } from './html-hrefs.ts';
import { cleanMail, countHeaders, scrape } from './mail-bytes.ts';
import { isFrontPage } from './observables.ts';
import { passwordCandidates } from './passwords.ts';
import { type Draft, placeMessage, SHORT_COMMENT } from './place.ts';
import { addFile, addGap, addLink, MOST, type Tray } from './tray.ts';
import { registrable } from './url.ts';

/**
 * `keepCidLinks` stops inlining of pictures as base64; `ignoreEmbedded` makes an inline message/rfc822 an attachment
 * (else its text would flow into that of its carrier, and the colleague who forwarded it would be judged for it).
 */
const OPTIONS = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  skipImageLinks: true,
  keepCidLinks: true,
  ignoreEmbedded: true,
  maxHeadSize: 512 * 1024,
  maxChildNodes: 1_000,
};

/** Reads raw mail into the tray, with every mail attached to it. Whatever fails becomes a gap. */
export async function readMail(
  tray: Tray,
  bytes: Uint8Array,
  context: { name?: string; depth?: number; forwardedBy?: Mailbox } = {},
): Promise<void> {
  const depth = context.depth ?? 0;
  if (depth > MOST.depth || tray.mails >= MOST.messages) {
    addGap(tray, { what: 'mail', why: 'too-many', name: context.name, blinding: true });
    return;
  }
  tray.mails += 1;
  const mail = cleanMail(bytes);
  let parsed: ParsedMail | undefined;
  try {
    parsed = await simpleParser(mail, OPTIONS);
  } catch {
    parsed = undefined;
  }
  if (depth > 0 && countHeaders(mail.toString('latin1', 0, 65_536)) === 0) {
    // Servers attach what is left of a mail, often a bare text: that much is readable.
    await readBare(tray, mail, context.forwardedBy);
    return;
  }
  if (!parsed || isHollow(parsed, mail)) {
    addGap(tray, { what: 'mail', why: 'unreadable', name: context.name, blinding: true });
    await readRemains(tray, mail, context.forwardedBy);
    return;
  }
  await readParsed(tray, parsed, mail, { ...context, depth });
}

/** True when hardly anything came out of something: a multipart without boundary, a head without end. */
function isHollow(parsed: ParsedMail, mail: Buffer): boolean {
  if (parsed.text?.trim() || parsed.html || parsed.attachments.length > 0) return false;
  const text = mail.toString('latin1', 0, 1_000_000);
  const body = text.slice(text.search(/\r?\n\r?\n/) >>> 0);
  if (countHeaders(text) === 0) return true;
  return /^multipart\//i.test(typeOf(parsed)) && body.replace(/\s+/g, '').length > 40;
}

async function readParsed(
  tray: Tray,
  parsed: ParsedMail,
  mail: Buffer,
  context: { name?: string; depth: number; forwardedBy?: Mailbox },
): Promise<void> {
  const draft = await draftOf(tray, parsed, context.forwardedBy);
  const bodies = await decodeBodies(parsed, mail, OPTIONS);
  // The first multipart/alternative decides for all: the worst that a wrong guess does is to read the plain part too.
  const alternative = /^multipart\/alternative/i.test(typeOf(parsed));
  const body = readBody({ html: bodies.html, plain: bodies.text, alternative });
  const mails: MailPart[] = [];
  const files: MailPart[] = [];
  for (const part of parsed.attachments) (isMailPart(part) ? mails : files).push(part);
  const fromColleague = mayBeColleague(draft);
  // A mail that does nothing but carry another one is a forward: what it carries is the suspect.
  const carriesOnly =
    mails.length > 0 &&
    fromColleague &&
    body.text.length <= SHORT_COMMENT &&
    body.forms.length === 0 &&
    body.links.every((link) => link.source === 'image' || isFrontPage(link.url, draft.from)) &&
    files.every((part) => part.related || part.contentDisposition === 'inline' || isTrace(part));
  let owner: string | undefined;
  if (carriesOnly) {
    owner = `${tray.prefix}-m${tray.messages.length + 1}`;
  } else {
    owner = await placeMessage(tray, draft, body, { fromColleague });
  }
  const forwardedBy = carriesOnly && draft.from?.address ? (context.forwardedBy ?? draft.from) : undefined;
  for (const part of mails) {
    const name = part.filename ?? 'message.eml';
    await readMail(tray, part.content, { name, depth: context.depth + 1, forwardedBy });
  }
  if (carriesOnly) {
    for (const link of body.links) addLink(tray, link, { source: link.source, message: owner });
    for (const address of body.addresses.slice(0, 50)) tray.addresses.add(address);
  }
  const passwords = files.length > 0 ? passwordCandidates([body.text, draft.subject]) : [];
  for (const part of files) {
    if (isTrace(part)) continue;
    const file = {
      bytes: part.content,
      name: part.filename ?? '',
      declaredType: part.contentType ?? '',
      inline: part.related === true || part.contentDisposition === 'inline',
      passwords,
    };
    const { mail: inner } = await addFile(tray, file, owner);
    if (inner) await readMail(tray, inner, { name: file.name, depth: context.depth + 1 });
  }
}

async function draftOf(tray: Tray, parsed: ParsedMail, forwardedBy: Mailbox | undefined): Promise<Draft> {
  const { headers, cut } = headersOf(parsed.headerLines);
  if (cut) addGap(tray, { what: 'mail', why: 'too-large', blinding: false });
  const boxes = (name: string): Promise<Mailbox[]> => mailboxesIn(headers, name);
  const senders = await boxes('from');
  const [returnPath] = await boxes('return-path');
  return {
    form: 'raw',
    ...(forwardedBy ? { forwardedBy } : {}),
    headers,
    from: senders[0],
    senders,
    replyTo: await boxes('reply-to'),
    to: await boxes('to'),
    cc: await boxes('cc'),
    ...(returnPath ? { returnPath } : {}),
    subject: (await decodeSubject(headerValue(headers, 'subject') ?? '')).slice(0, 2_000),
    sentAt: dateOf(headerValue(headers, 'date')),
    messageId: headerValue(headers, 'message-id')?.slice(0, 1_000),
    isReply: Boolean(headerValue(headers, 'in-reply-to') || headerValue(headers, 'references')),
    authentication: authenticationOf(headers),
  };
}

/**
 * Whether a raw mail may be a colleague's own. We do not know the organisation here, so: the sender is of the same house
 * as a recipient, or sent it into Slack, or no recipient is named; and no server noted a failure of DMARC or SPF. A
 * stranger's mail with a forward block at its top stays a message of its own, and its sender is judged.
 */
function mayBeColleague({ from, to, cc, authentication }: Draft): boolean {
  if (!from?.domain) return false;
  if (authentication.some(({ method, result }) => method !== 'dkim' && /fail/.test(result))) return false;
  const domains = [...to, ...cc].map((mailbox) => mailbox.domain).filter((domain) => domain !== '');
  const house = registrable(from.domain);
  return (
    domains.length === 0 ||
    domains.some((domain) => registrable(domain) === house || /(?:^|\.)slack\.com$/.test(domain))
  );
}

function isMailPart(part: MailPart): boolean {
  return /^message\/rfc822/i.test(part.contentType ?? '') || /^message\/global$/i.test(part.contentType ?? '');
}

/** Parts that servers add and nobody reads: a delivery status, a signature. */
function isTrace(part: MailPart): boolean {
  return /^(?:message\/(?:delivery-status|disposition-notification|feedback-report)|text\/rfc822-headers|application\/pgp-signature)$/i.test(
    part.contentType ?? '',
  );
}

function typeOf(parsed: ParsedMail): string {
  const type = parsed.headers?.get('content-type');
  return typeof type === 'object' && 'value' in type ? String(type.value) : '';
}

/** A mail that the MIME reader refuses: its first headers, and every link that can be scraped off the rest. */
async function readRemains(tray: Tray, mail: Buffer, forwardedBy: Mailbox | undefined): Promise<void> {
  const text = scrape(mail);
  if (countHeaders(text) === 0) {
    await readBare(tray, mail, forwardedBy);
    return;
  }
  const head = text.slice(0, 200_000).split(/\r?\n\r?\n/, 1)[0] ?? '';
  const lines = head.split(/\r?\n(?![ \t])/, 300).map((line) => line.slice(0, 4_000));
  const parsed = await simpleParser(Buffer.from(`${lines.join('\n')}\n\n`), OPTIONS);
  const draft = await draftOf(tray, parsed, forwardedBy);
  const end = text.search(/\r?\n\r?\n/);
  await placeMessage(tray, draft, remainsOf(text, end < 0 ? head.length : end), { fromColleague: false });
}

/** A text without any header of a mail, still worth its words and links. */
async function readBare(tray: Tray, mail: Buffer, forwardedBy: Mailbox | undefined): Promise<void> {
  if (mail.toString('latin1', 0, 1_000_000).trim() === '') return;
  const draft: Draft = {
    form: 'raw',
    ...(forwardedBy ? { forwardedBy } : {}),
    headers: [],
    senders: [],
    replyTo: [],
    to: [],
    cc: [],
    subject: '',
    isReply: false,
    authentication: [],
  };
  await placeMessage(tray, draft, remainsOf(scrape(mail), 0), { fromColleague: false });
}

function remainsOf(text: string, start: number): Body {
  const body = readBody({ plain: text.slice(start, start + 400_000), alternative: false });
  const links = hrefsIn(text, 500).map((url): BodyLink => ({ url, source: 'anchor', at: body.text.length }));
  return { ...body, links: [...body.links, ...links] };
}

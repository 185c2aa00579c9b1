import { type Attachment as MailPart, type ParsedMail, simpleParser } from 'mailparser';
import type { Mailbox } from '../model.ts';
import { type Body, type BodyLink, readBody } from './body.ts';
import { mendLabels } from './charset.ts';
import { draftOf } from './draft.ts';
import { isMailPart as isSignedPart, signedContent } from './files/signed-data.ts';
import { hrefsIn } from './html-hrefs.ts';
import { cleanMail, countHeaders, scrape } from './mail-bytes.ts';
import { isMsg, openMsg } from './outlook/msg.ts';
import type { OutlookMail } from './outlook/properties.ts';
import { joinBodies, openOutlook, openWinmail } from './outlook/read-outlook.ts';
import { signedSource } from './outlook/signed-source.ts';
import { isTnef, openTnef } from './outlook/tnef.ts';
import { type Draft, placeMessage } from './place.ts';
import { type InnerFile, type InnerMail, type MailPlace, placeMail } from './place-mail.ts';
import { addGap, MOST, type Tray } from './tray.ts';
import { takeUuencoded } from './uuencoded.ts';

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
  context: { name?: string; depth?: number; forwardedBy?: Mailbox; comment?: string } = {},
): Promise<void> {
  const depth = context.depth ?? 0;
  if (depth > MOST.depth || tray.mails >= MOST.messages) {
    addGap(tray, { what: 'mail', why: 'too-many', name: context.name, blinding: true });
    return;
  }
  tray.mails += 1;
  if (isMsg(bytes) || isTnef(bytes)) {
    await readOutlook(tray, isTnef(bytes) ? openTnef(bytes) : openMsg(bytes), { ...context, depth });
    return;
  }
  await readSource(tray, bytes, { ...context, depth });
}

/** Reads a mail in the form in which it travels. */
async function readSource(tray: Tray, bytes: Uint8Array, context: MailPlace & { name?: string }): Promise<void> {
  const { depth } = context;
  const { mail, charset } = mendLabels(cleanMail(bytes));
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
  const opened = await openSigned(parsed, mail).catch(() => ({ parsed, mail }));
  await readParsed(tray, opened.parsed, { ...context, charset });
}

/** Reads a message in Outlook's own form; those within it count as any mail within a mail. */
async function readOutlook(tray: Tray, mail: OutlookMail, context: MailPlace & { name?: string }): Promise<void> {
  const signed = signedSource(mail);
  if (signed) return readSource(tray, signed, context);
  const opened = await openOutlook(
    tray,
    mail,
    context.forwardedBy,
    (inner, name, place) => readInnerOutlook(tray, inner, { name, ...place }),
    context.name,
  );
  if (context.comment) opened.draft.comment = context.comment;
  await placeMail(tray, opened, { ...context, readMail });
}

async function readInnerOutlook(tray: Tray, mail: OutlookMail, context: MailPlace & { name?: string }): Promise<void> {
  if (context.depth > MOST.depth || tray.mails >= MOST.messages) {
    addGap(tray, { what: 'mail', why: 'too-many', name: context.name, blinding: true });
    return;
  }
  tray.mails += 1;
  await readOutlook(tray, mail, context);
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
  context: MailPlace & { name?: string; charset?: string },
): Promise<void> {
  const draft = await draftOf(tray, parsed, context.forwardedBy, context.charset);
  if (context.comment) draft.comment = context.comment;
  // The first multipart/alternative decides for all: the worst that a wrong guess does is to read the plain part too.
  const alternative = /^multipart\/alternative/i.test(typeOf(parsed));
  const { text: plain, files: uuencoded } = takeUuencoded(parsed.text ?? '');
  let body = readBody({ html: parsed.html || undefined, plain: parsed.text && plain, alternative });
  const inner: InnerMail[] = [];
  const files: InnerFile[] = [...uuencoded];
  for (const part of parsed.attachments) {
    if (isMailPart(part)) {
      const name = part.filename ?? 'message.eml';
      inner.push((place) => readMail(tray, part.content, { name, ...place }));
    } else if (isTnef(part.content)) {
      const within = openWinmail(tray, openTnef(part.content), (mail, name, place) =>
        readInnerOutlook(tray, mail, { name, ...place }),
      );
      body = joinBodies(body, within.body);
      inner.push(...within.inner);
      files.push(...within.files);
    } else if (isMsg(part.content)) {
      const name = part.filename ?? 'message.msg';
      inner.push((place) => readMail(tray, part.content, { name, ...place }));
    } else if (!isTrace(part)) {
      files.push({
        bytes: part.content,
        name: part.filename ?? '',
        declaredType: part.contentType ?? '',
        inline: part.related === true || part.contentDisposition === 'inline',
      });
    }
  }
  await placeMail(tray, { draft, body, inner, files }, { ...context, readMail });
}

function isMailPart(part: MailPart): boolean {
  return /^message\/rfc822/i.test(part.contentType ?? '') || /^message\/global$/i.test(part.contentType ?? '');
}

/**
 * Parts that servers and mail programs add and nobody reads: a delivery status, a signature. One with the name of another
 * kind of file is shown as that file, so it is looked into.
 */
function isTrace(part: MailPart): boolean {
  return (
    /^(?:message\/(?:delivery-status|disposition-notification|feedback-report)|text\/rfc822-headers|application\/pgp-(?:signature|encrypted))$/i.test(
      part.contentType ?? '',
    ) && /^(?:[^.]{0,200}|.{0,200}\.(?:asc|sig|txt|dat))$/i.test(part.filename ?? '')
  );
}

/**
 * A mail that is one signed container: its words lie inside, its sender and subject outside. Signed words may be signed
 * or wrapped once more.
 */
async function openSigned(parsed: ParsedMail, mail: Buffer): Promise<{ parsed: ParsedMail; mail: Buffer }> {
  let opened = { parsed, mail };
  for (let layer = 0; layer < 3; layer += 1) {
    const [part] = opened.parsed.attachments;
    if (!part || !/^application\/(?:x-)?pkcs7-mime/i.test(typeOf(opened.parsed))) break;
    const content = signedContent(part.content);
    if (!content || !isSignedPart(content)) break;
    const head = opened.mail.toString('latin1').split(/\r?\n\r?\n/, 1)[0] ?? '';
    const outer = head
      .split(/\r?\n(?![ \t])/)
      .filter((line) => !/^content-/i.test(line))
      .join('\r\n');
    const inner = Buffer.concat([Buffer.from(`${outer}\r\n`, 'latin1'), content]);
    const { mail: mended } = mendLabels(inner);
    opened = { parsed: await simpleParser(mended, OPTIONS), mail: mended };
  }
  return opened;
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

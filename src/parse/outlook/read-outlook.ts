import { simpleParser } from 'mailparser';
import type { Mailbox } from '../../model.ts';
import { type Body, readBody } from '../body.ts';
import { charsetOfCodePage, decodeBytes } from '../charset-guess.ts';
import { draftOf } from '../draft.ts';
import { mailboxOf, parseMailboxes } from '../mailboxes.ts';
import type { Draft } from '../place.ts';
import type { InnerFile, InnerMail, MailPlace, OpenedMail } from '../place-mail.ts';
import { addGap, type Tray } from '../tray.ts';
import { decompressRtf } from './compressed-rtf.ts';
import { ID, type OutlookMail, type Properties } from './properties.ts';
import { htmlOfRtf } from './rtf-html.ts';

/** Reads a message that another one carries: who counts depth and number. */
export type ReadInner = (mail: OutlookMail, name: string, place: MailPlace) => Promise<void>;

/**
 * Outlook's properties → the same as out of raw mail. The transport headers count where the message kept them: they tell
 * what was received, with every duplicate; the properties fill what they leave open, for mail that never left the house.
 */
export async function openOutlook(
  tray: Tray,
  mail: OutlookMail,
  forwardedBy: Mailbox | undefined,
  readInner: ReadInner,
  name?: string,
): Promise<OpenedMail> {
  const { properties } = mail;
  const draft = await draftOfOutlook(tray, mail, forwardedBy);
  const body = bodyOfOutlook(tray, properties);
  const { inner, files } = attachmentsOf(tray, mail, body, readInner);
  if (mail.damaged) addGap(tray, { what: 'mail', why: 'unreadable', name, blinding: true });
  if (mail.cut) addGap(tray, { what: 'mail', why: 'too-many', name, blinding: true });
  return { draft, body, inner, files };
}

async function draftOfOutlook(tray: Tray, mail: OutlookMail, forwardedBy: Mailbox | undefined): Promise<Draft> {
  const { properties, recipients } = mail;
  // Outlook writes a line of its own before the headers of mail from the internet.
  const headers = (properties.text(ID.headers) ?? '').replace(/^Microsoft Mail Internet Headers[^\n]{0,100}\r?\n/, '');
  const head = headers.slice(0, 300_000).split(/\r?\n\r?\n/, 1)[0] ?? '';
  const { headerLines } = await simpleParser(Buffer.from(`${head.trimStart()}\r\n\r\n`));
  const draft = await draftOf(tray, { headerLines }, forwardedBy);
  const sender =
    mailboxIn(properties, ID.representingSmtp, ID.representingAddress, ID.representingName) ??
    mailboxIn(properties, ID.senderSmtp, ID.senderAddress, ID.senderName);
  const of = (kind: number): Mailbox[] =>
    recipients
      .filter((recipient) => ((recipient.number(ID.recipientType) ?? 1) & 0xf) === kind)
      .flatMap((recipient) => mailboxIn(recipient, ID.smtpAddress, ID.address, ID.displayName) ?? []);
  const replyNames = properties.text(ID.replyNames)?.slice(0, 5_000) ?? '';
  return {
    ...draft,
    from: draft.from ?? sender,
    senders: draft.senders.length > 0 || !sender ? draft.senders : [sender],
    replyTo:
      draft.headers.length > 0 || !replyNames.includes('@')
        ? draft.replyTo
        : await parseMailboxes(replyNames.replaceAll(';', ',')),
    to: draft.to.length > 0 ? draft.to : of(1),
    cc: draft.cc.length > 0 ? draft.cc : of(2),
    subject: draft.subject || (properties.text(ID.subject) ?? '').slice(0, 2_000),
    sentAt: draft.sentAt ?? properties.time(ID.submitTime) ?? properties.time(ID.deliveryTime),
    messageId: draft.messageId ?? properties.text(ID.messageId)?.slice(0, 1_000),
    isReply: draft.isReply || Boolean(properties.text(ID.inReplyTo) || properties.text(ID.references)),
  };
}

/** Inside a house addresses are paths of the directory (`/o=…/cn=…`), no mail addresses: then only the name is told. */
function mailboxIn(properties: Properties, ...[smtp, address, name]: [number, number, number]): Mailbox | undefined {
  const known = properties.text(smtp) || properties.text(address) || '';
  const label = properties.text(name);
  const box = mailboxOf(/^\/o=/i.test(known) ? '' : known, label === known ? '' : label);
  return box.address || box.name ? box : undefined;
}

/** Plain text, HTML, and the Rich Text that often is the only place of the HTML. */
function bodyOfOutlook(tray: Tray, properties: Properties): Body {
  const page = properties.number(ID.bodyCodePage) ?? properties.number(ID.codePage);
  const plain = properties.text(ID.body);
  const bytes = properties.bytes(ID.html);
  let html = properties.text(ID.html) ?? (bytes && decodeBytes(bytes, charsetOfCodePage(page)));
  const packed = properties.bytes(ID.rtf);
  if (!html?.trim() && packed) {
    const rtf = decompressRtf(packed);
    if (rtf) html = htmlOfRtf(rtf, page);
    else addGap(tray, { what: 'mail', why: 'unreadable', blinding: !plain?.trim() });
  }
  return readBody({ html: html || undefined, plain, alternative: true });
}

const METHOD = { byLink: 7, object: 6 } as const;

function attachmentsOf(
  tray: Tray,
  { attachments }: OutlookMail,
  body: Body,
  readInner: ReadInner,
): { inner: InnerMail[]; files: InnerFile[] } {
  const inner: InnerMail[] = [];
  const files: InnerFile[] = [];
  for (const { properties, bytes, message } of attachments) {
    const name = nameOf(properties);
    const method = properties.number(ID.method);
    const link = method === METHOD.byLink ? properties.text(ID.webPath) : undefined;
    if (message) inner.push((place) => readInner(message, name || 'message.msg', place));
    else if (link) body.links.push({ url: link.slice(0, 4_000), shown: name, source: 'anchor', at: body.text.length });
    else if (bytes) files.push(fileOf(properties, name, bytes));
    else {
      const why = method === METHOD.object ? 'unsupported' : 'missing';
      addGap(tray, { what: 'attachment', why, name: name.slice(0, 200), blinding: true });
    }
  }
  return { inner, files };
}

function nameOf(properties: Properties): string {
  return (
    properties.text(ID.fileName) ||
    properties.text(ID.shortFileName) ||
    properties.text(ID.displayName) ||
    ''
  ).slice(0, 1_000);
}

function fileOf(properties: Properties, name: string, bytes: Uint8Array): InnerFile {
  const isRelated = ((properties.number(ID.attachmentFlags) ?? 0) & 4) !== 0;
  const isHidden = (properties.number(ID.hidden) ?? 0) !== 0;
  return { bytes, name, declaredType: properties.text(ID.mimeType) ?? '', inline: isRelated || isHidden };
}

/** The files and words of a winmail.dat belong to the mail that carries it. */
export function openWinmail(
  tray: Tray,
  mail: OutlookMail,
  readInner: ReadInner,
): { body: Body; inner: InnerMail[]; files: InnerFile[] } {
  const body = bodyOfOutlook(tray, mail.properties);
  if (mail.damaged) addGap(tray, { what: 'attachment', why: 'unreadable', name: 'winmail.dat', blinding: true });
  if (mail.cut) addGap(tray, { what: 'attachment', why: 'too-many', name: 'winmail.dat', blinding: true });
  return { body, ...attachmentsOf(tray, mail, body, readInner) };
}

/** One body below the other, unless the second says what the first has said. */
export function joinBodies(first: Body, second: Body): Body {
  const squeeze = (text: string): string => text.replace(/\s+/g, '');
  const repeats = squeeze(first.text).includes(squeeze(second.text));
  const shift = first.text === '' ? 0 : first.text.length + 2;
  const known = new Set(first.links.map(({ url, shown }) => `${url}\n${shown ?? ''}`));
  const more = second.links.filter(({ url, shown }) => !known.has(`${url}\n${shown ?? ''}`));
  return {
    text: repeats ? first.text : `${first.text}\n\n${second.text}`.trim(),
    hiddenText: `${first.hiddenText}\n${second.hiddenText}`.trim(),
    forms: [...first.forms, ...second.forms],
    pictures: first.pictures + second.pictures,
    links: [...first.links, ...more.map((link) => ({ ...link, at: repeats ? first.text.length : link.at + shift }))],
    addresses: [...new Set([...first.addresses, ...second.addresses])],
    cut: first.cut || second.cut,
    drawings: [...first.drawings, ...second.drawings],
    embedded: [...first.embedded, ...second.embedded],
  };
}

import type { Mailbox } from '../model.ts';
import type { Body } from './body.ts';
import { areSignatureLinks, readComment, SHORT_COMMENT } from './comment.ts';
import { codesIn, embeddedFiles, withDrawnCodes } from './drawn/read-drawings.ts';
import { joinedPictures } from './files/joined-pictures.ts';
import { passwordCandidates } from './passwords.ts';
import { type Draft, placeMessage } from './place.ts';
import { addFile, addLink, type Part, type Tray } from './tray.ts';
import { registrable } from './url.ts';

/** Where a mail lies within the specimen. */
export interface MailPlace {
  depth: number;
  forwardedBy?: Mailbox;
  /** What those said who handed it on. */
  comment?: string;
}

/** Reads a mail that is attached to another one. */
export type InnerMail = (place: MailPlace) => Promise<void>;
export type InnerFile = Part;

/** A mail taken apart, whatever format it came in. */
export interface OpenedMail {
  draft: Draft;
  body: Body;
  inner: InnerMail[];
  files: InnerFile[];
}

/** Puts a mail with everything attached to it into the tray. `readMail` reads a file that turns out to be a mail. */
export async function placeMail(
  tray: Tray,
  { draft, body: written, inner, files: attached }: OpenedMail,
  context: MailPlace & {
    readMail: (tray: Tray, bytes: Uint8Array, context: MailPlace & { name?: string }) => Promise<void>;
  },
): Promise<void> {
  const body = await withDrawnCodes(written);
  const files = [...attached, ...embeddedFiles(body.embedded)];
  const fromColleague = mayBeColleague(draft);
  // A mail that does nothing but carry another one is a forward: what it carries is the suspect.
  const comment = readComment(body.text);
  const carriesOnly =
    inner.length > 0 &&
    fromColleague &&
    comment.length <= SHORT_COMMENT &&
    body.forms.length === 0 &&
    areSignatureLinks(
      body.links.filter((link) => link.source !== 'image').map((link) => link.url),
      draft.from,
    ) &&
    files.every((part) => part.inline);
  let owner: string | undefined;
  if (carriesOnly) {
    owner = `${tray.prefix}-m${tray.messages.length + 1}`;
  } else {
    owner = await placeMessage(tray, draft, body, { fromColleague });
  }
  const forwardedBy = carriesOnly && draft.from?.address ? (context.forwardedBy ?? draft.from) : undefined;
  const depth = context.depth + 1;
  // The carrier's From may be a forgery: his words are judged beside what he sends.
  const said = carriesOnly ? [context.comment, comment.words].filter(Boolean).join('\n\n') : undefined;
  for (const read of inner) await read({ depth, forwardedBy, ...(said ? { comment: said } : {}) });
  if (carriesOnly) {
    for (const link of body.links) addLink(tray, link, { source: link.source, message: owner });
    for (const address of body.addresses.slice(0, 50)) tray.addresses.add(address);
  }
  const passwords = files.length > 0 ? passwordCandidates([body.text, draft.subject]) : [];
  for (const file of files) {
    const { mail, mails } = await addFile(tray, { ...file, passwords }, owner);
    if (mail) await context.readMail(tray, mail, { name: file.name, depth });
    for (const { bytes, name } of mails) await context.readMail(tray, bytes, { name, depth });
  }
  for (const url of await codesIn(joinedPictures(files))) addLink(tray, { url }, { source: 'qr', message: owner });
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

import type { SlackMail, SlackMailAddress } from '../model.ts';
import { readBody } from './body.ts';
import { embeddedFiles, withDrawnCodes } from './drawn/read-drawings.ts';
import { dateOf } from './headers.ts';
import { readMail } from './mail.ts';
import { mailboxOf, parseMailboxes } from './mailboxes.ts';
import { passwordCandidates } from './passwords.ts';
import { placeMessage } from './place.ts';
import { addFile, addGap, MOST, type Tray } from './tray.ts';

/**
 * Reads what Slack's mail integration hands over. There are no transport headers, so authentication is missing and the
 * reply may ask for the .eml. After a staff forward Slack's `from` is the colleague: see `placeMessage`.
 */
export async function readSlackMail(tray: Tray, mail: SlackMail, html: string | undefined): Promise<void> {
  const { headers } = mail;
  const box = ({ address, name }: SlackMailAddress) => mailboxOf(address, name);
  const senders = mail.from.slice(0, 50).map(box);
  const body = await withDrawnCodes(readBody({ html, plain: mail.plainText, alternative: true }));
  const owner = await placeMessage(
    tray,
    {
      form: 'slack-mail',
      headers: [],
      from: senders[0],
      senders,
      replyTo: headers.replyTo ? await parseMailboxes(headers.replyTo) : [],
      to: mail.to.slice(0, 200).map(box),
      cc: mail.cc.slice(0, 200).map(box),
      subject: (mail.subject ?? '').slice(0, 2_000),
      sentAt: dateOf(headers.date),
      messageId: headers.messageId?.slice(0, 1_000),
      isReply: Boolean(headers.inReplyTo),
      authentication: [],
    },
    body,
    { fromColleague: true },
  );
  addGap(tray, { what: 'authentication', why: 'missing', blinding: false });
  const passwords = passwordCandidates([body.text, mail.subject ?? '']);
  for (const { name, type, bytes } of mail.attachments.slice(0, MOST.attachments)) {
    if (!bytes) {
      addGap(tray, { what: 'attachment', why: 'missing', name: name.slice(0, 200), blinding: true });
      continue;
    }
    const found = await addFile(tray, { bytes, name, declaredType: type ?? '', inline: false, passwords }, owner);
    if (found.mail) await readMail(tray, found.mail, { name, depth: 1 });
    for (const inner of found.mails) await readMail(tray, inner.bytes, { name: inner.name, depth: 1 });
  }
  for (const file of embeddedFiles(body.embedded)) await addFile(tray, file, owner);
  if (mail.moreAttachments || mail.attachments.length > MOST.attachments) {
    addGap(tray, { what: 'attachment', why: 'too-many', blinding: true });
  }
}

import type { FileRef, Part, SlackMail, SlackMailAddress } from '../model.ts';
import type { SlackFile } from './payloads.ts';

const MAX_MAIL_TEXT = 500_000;

/** A Slack file → what is stored of it before anything is downloaded. */
export function partOfFile(file: SlackFile): Part {
  if (file.mode === 'email' || file.filetype === 'email') {
    return { kind: 'slack-mail', mail: mailOf(file), html: refOf(file), attachments: attachmentsOf(file) };
  }
  return { kind: 'file', file: refOf(file) };
}

function refOf(file: SlackFile): FileRef {
  return {
    id: file.id,
    name: file.name ?? file.title ?? 'file',
    url: file.url_private_download ?? file.url_private,
    size: file.size,
    mimetype: file.mimetype,
  };
}

function mailOf(file: SlackFile): SlackMail {
  const listed = file.attachments.length;
  return {
    id: file.id,
    subject: file.subject ?? file.title,
    from: addresses(file.from),
    to: addresses(file.to),
    cc: addresses(file.cc),
    plainText: (file.plain_text ?? file.preview_plain_text)?.slice(0, MAX_MAIL_TEXT),
    headers: {
      date: file.headers?.date,
      inReplyTo: file.headers?.in_reply_to,
      replyTo: file.headers?.reply_to,
      messageId: file.headers?.message_id,
    },
    attachments: file.attachments.map(({ filename, size, mimetype }) => ({
      name: filename ?? 'file',
      size,
      type: mimetype,
    })),
    moreAttachments: file.has_more === true || (file.original_attachment_count ?? listed) > listed,
  };
}

/** In the order of the mail's list; those that Slack gives no address for stay without one. */
function attachmentsOf(file: SlackFile): FileRef[] {
  return file.attachments.map(({ filename, size, mimetype, url }, index) => ({
    id: `${file.id}#${index}`,
    name: filename ?? 'file',
    url,
    size,
    mimetype,
  }));
}

function addresses(found: { address: string; name?: string }[]): SlackMailAddress[] {
  return found.filter(({ address, name }) => address || name);
}

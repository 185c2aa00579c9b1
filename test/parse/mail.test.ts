import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../src/model.ts';
import { readSpecimen } from '../../src/parse/read.ts';

const fixture = (name: string) => readFileSync(new URL(`../fixtures/mail/${name}.eml`, import.meta.url));
const read = (mail: string | Buffer): Promise<Evidence> =>
  readSpecimen({ kind: 'mail', bytes: typeof mail === 'string' ? Buffer.from(mail) : mail }, 's1');

describe('a raw mail', () => {
  test.each([
    ['Okafor, Grace <grace@a.test>', [['Okafor, Grace', 'grace@a.test']]],
    ['Bank , <eve@evil.test>', [['Bank', 'eve@evil.test']]],
    ['Bank', [['Bank', '']]],
    [
      'A <a@a.test>, B <b@b.test>',
      [
        ['A', 'a@a.test'],
        ['B', 'b@b.test'],
      ],
    ],
  ])('with the sender %s has the sender that its reader sees', async (from, expected) => {
    const { messages } = await read(`From: ${from}\nSubject: x\n\nx`);
    expect(messages[0]?.senders.map(({ name, address }) => [name, address])).toEqual(expected);
    expect(messages[0]?.from).toEqual(messages[0]?.senders[0]);
  });

  test('gives up what it says of itself, duplicates included', async () => {
    const { messages, attachments, gaps } = await read(fixture('duplicate-from'));
    expect(gaps).toEqual([]);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      id: 's1-m1',
      form: 'raw',
      from: { address: 'service@bank.test', domain: 'bank.test', name: 'Bank' },
      senders: [{ address: 'service@bank.test' }, { address: 'other@bulk.test' }],
      replyTo: [{ address: 'answers@reply.test' }],
      to: [{ address: 'grace.okafor@hospital.example' }],
      cc: [{ address: 'ward5@hospital.example' }],
      returnPath: { address: 'bounce@bulk.test' },
      subject: 'Konto überprüfen jetzt',
      sentAt: '2025-03-10T07:12:00.000Z',
      messageId: '<dup@bulk.test>',
      isReply: true,
      hiddenText: 'secret',
      pictures: 1,
      authentication: [
        { authserv: 'mx.hospital.example', method: 'spf', result: 'fail', domain: 'bulk.test' },
        { authserv: 'mx.hospital.example', method: 'dkim', result: 'pass', domain: 'bulk.test' },
        { authserv: 'mx.hospital.example', method: 'dmarc', result: 'fail', domain: 'bank.test' },
      ],
    });
    expect(messages[0]?.headers.filter(({ name }) => name === 'x-mailer').map(({ value }) => value)).toEqual([
      'one',
      'two',
    ]);
    expect(attachments).toMatchObject([{ message: 's1-m1', name: '../../invoice.txt', inline: false, size: 12 }]);
  });

  test('tells where a link goes and what stands on it, and never takes the words on it for a link', async () => {
    const { links } = await read(fixture('duplicate-from'));
    expect(links.map(({ source, url, shown, message }) => [source, url, shown, message])).toEqual([
      ['anchor', 'https://bank-check.test/login', 'https://bank.test/login', 's1-m1'],
      ['text', 'http://plain.bank-check.test/', undefined, 's1-m1'],
    ]);
  });

  test.each([
    ['a byte-order mark', '\ufeffFrom: a@evil.test\nSubject: x\n\nhello'],
    ['blank lines first', '\r\n \r\nFrom: a@evil.test\r\nSubject: x\r\n\r\nhello'],
    ['line ends of CR only', 'From: a@evil.test\rSubject: x\r\rhello'],
    ['an mbox line', 'From a@evil.test Mon Mar 10 08:12:00 2025\nFrom: a@evil.test\nSubject: x\n\nhello'],
    ['UTF-16', Buffer.from('\ufeffFrom: a@evil.test\nSubject: x\n\nhello', 'utf16le')],
  ])('keeps its headers behind %s', async (_, mail) => {
    const { messages, gaps } = await read(mail);
    expect(messages).toMatchObject([{ from: { address: 'a@evil.test' }, subject: 'x', text: 'hello' }]);
    expect(gaps).toEqual([]);
  });

  test('is read in its own encoding where none is named', async () => {
    expect((await read(fixture('gbk-undeclared'))).messages[0]).toMatchObject({
      subject: '密码过期',
      text: expect.stringContaining('您的邮箱密码即将过期'),
    });
    const western = Buffer.from(
      'From: a@a.test\nSubject: x\nContent-Type: text/plain; charset=utf-8\n\nVotre compte a été bloqué, vérifiez été à',
      'latin1',
    );
    expect((await read(western)).messages[0]?.text).toBe('Votre compte a été bloqué, vérifiez été à');
  });

  test('does not take the clock for a date that cannot be read', async () => {
    expect((await read('From: a@a.test\nSubject: x\nDate: nonsense\n\nx')).messages[0]?.sentAt).toBeUndefined();
    expect((await read('From: a@a.test\nSubject: x\nDate: Mon, 10 Mar 2025 08:12:00\n\nx')).messages[0]?.sentAt).toBe(
      '2025-03-10T08:12:00.000Z',
    );
  });

  test('finds links in the subject', async () => {
    const { links } = await read('From: a@a.test\nSubject: Go to https://evil.test/x now\n\nx');
    expect(links).toMatchObject([{ source: 'subject', url: 'https://evil.test/x' }]);
  });

  test('is read even where only a plain part carries words', async () => {
    const mail =
      'From: a@a.test\nSubject: x\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nPay 50,000 today\n--b\nContent-Type: text/html\n\n<p> </p>\n--b--\n';
    expect((await read(mail)).messages[0]?.text).toBe('Pay 50,000 today');
  });

  test('shows both parts of a mail that shows both', async () => {
    const mail =
      'From: a@a.test\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nPay 50,000 today\n--b\nContent-Type: text/html\n\n<p>Kind regards from the whole team</p>\n--b--\n';
    expect((await read(mail)).messages[0]?.text).toContain('Pay 50,000 today');
  });
});

describe('what cannot be read is said, and still scraped for links', () => {
  test.each([
    [
      'a multipart without boundary',
      'From: a@evil.test\nSubject: x\nContent-Type: multipart/mixed\n\n--b\nContent-Type: text/html\n\n<a href="http://evil.test/x">x</a>\n--b--',
    ],
    [
      'a header of a megabyte',
      `From: a@evil.test\nSubject: x\nX-Pad: ${'a'.repeat(1_000_000)}\n\n<a href="http://evil.test/x">x</a>`,
    ],
    [
      'twenty thousand parts',
      `From: a@evil.test\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<a href="http://evil.test/x">x</a>\n${'--b\n\nx\n'.repeat(20_000)}--b--`,
    ],
  ])('%s', async (_, mail) => {
    const { messages, links, gaps } = await read(mail);
    expect(gaps).toContainEqual({ what: 'mail', why: 'unreadable', blinding: true });
    expect(messages[0]?.from?.address).toBe('a@evil.test');
    expect(links.map(({ url }) => url)).toContain('http://evil.test/x');
  });

  test('a text without headers', async () => {
    const { links, gaps } = await read('hello, go to http://evil.test/x');
    expect(gaps).toContainEqual({ what: 'mail', why: 'unreadable', blinding: true });
    expect(links.map(({ url }) => url)).toEqual(['http://evil.test/x']);
  });

  test('nothing at all', async () => {
    expect((await read('')).gaps).toEqual([{ what: 'mail', why: 'unreadable', blinding: true }]);
  });

  test('a PDF handed in as a mail', async () => {
    const { gaps, attachments } = await read('%PDF-1.7\nnothing');
    expect(gaps).toContainEqual({ what: 'mail', why: 'unsupported', blinding: true });
    expect(attachments).toMatchObject([{ type: 'pdf' }]);
  });
});

import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../src/model.ts';
import { readSpecimen } from '../../src/parse/read.ts';

const read = (bytes: Buffer): Promise<Evidence> => readSpecimen({ kind: 'mail', bytes }, 's1');
const HEAD = 'From: a@evil.test\r\nSubject: x\r\n';

const TEXTS: [charset: string, text: string][] = [
  ['gb18030', '您的邮箱密码即将过期，请点击下面的链接登录系统进行验证。'],
  ['big5', '親愛的客戶您好，您的帳戶已經被停用，請點擊以下網址重新登錄。'],
  ['shift_jis', 'お客様のアカウントは停止されています。以下のリンクからログインしてください。'],
  ['euc-jp', 'お客様のアカウントは停止されています。以下のリンクからログインしてください。'],
  ['euc-kr', '고객님의 계정이 정지되었습니다. 아래 링크를 클릭하여 확인해 주시기 바랍니다.'],
  ['koi8-r', 'Уважаемый клиент, ваш пароль истекает сегодня. Перейдите по ссылке.'],
  ['windows-1251', 'Уважаемый клиент, ваш пароль истекает сегодня. Перейдите по ссылке.'],
  ['windows-1252', 'Votre compte a été bloqué, vérifiez été à la prochaine connexion. Ça ne coûte rien'],
  ['utf-8', 'Votre compte a été bloqué, vérifiez été à la prochaine connexion. Ça ne coûte rien'],
];
const qp = (bytes: Buffer): string =>
  [...bytes]
    .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')
    .replace(/(?:=..){24}/g, '$&=\r\n');

describe.each(TEXTS)('a body in %s', (charset, text) => {
  const bytes = iconv.encode(text, charset);

  test.each([
    ['without content type', ''],
    ['without charset', 'Content-Type: text/plain\r\n'],
    ['as US-ASCII', 'Content-Type: text/plain; charset=us-ascii\r\n'],
    ['as Latin-1', 'Content-Type: text/plain; charset="iso-8859-1"\r\n'],
    ['as UTF-8', 'Content-Type: text/plain;\r\n charset=utf-8\r\n'],
    ['under a name that nobody knows', 'Content-Type: text/plain; charset=x-nonsense\r\n'],
    ['with junk behind the type', 'Content-Type: text/plain;;; charset\r\n'],
    ['under its own name', `Content-Type: text/plain; charset=${charset}\r\n`],
  ])('is read %s', async (_, header) => {
    const mail = Buffer.concat([Buffer.from(`${HEAD}${header}\r\n`), bytes]);
    expect((await read(mail)).messages[0]?.text).toBe(text);
  });

  test('is read in base64 and quoted-printable, part by part', async () => {
    const part = (encoding: string, body: string): string =>
      `--b\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n`;
    const mail = `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${part('base64', bytes.toString('base64'))}${part('quoted-printable', qp(bytes))}--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nGrüße\r\n--b--`;
    const { messages } = await read(Buffer.from(mail));
    expect(messages[0]?.text.split(text)).toHaveLength(3);
    expect(messages[0]?.text).toContain('Grüße');
  });
});

test('a page says its own charset', async () => {
  const page = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=big5"></head><p>您的密碼';
  const mail = Buffer.concat([Buffer.from(`${HEAD}Content-Type: text/html\r\n\r\n`), iconv.encode(page, 'big5')]);
  expect((await read(mail)).messages[0]?.text).toBe('您的密碼');
});

test('ISO-2022-JP is known by its escapes, in body and subject', async () => {
  const bytes = Buffer.from('1b24422433246c1b2842', 'hex');
  const mail = Buffer.concat([Buffer.from('From: a@evil.test\r\nSubject: '), bytes, Buffer.from('\r\n\r\n'), bytes]);
  expect((await read(mail)).messages[0]).toMatchObject({ subject: 'これ', text: 'これ' });
});

describe('headers', () => {
  test.each(TEXTS.filter(([charset]) => charset !== 'windows-1252'))('raw, in %s', async (charset, text) => {
    const short = text.slice(0, 12);
    const head = Buffer.concat([
      Buffer.from('From: "'),
      iconv.encode(short, charset),
      Buffer.from('" <a@evil.test>\r\nSubject: '),
      iconv.encode(short, charset),
      Buffer.from('\r\n\r\n'),
      iconv.encode(text, charset),
    ]);
    expect((await read(head)).messages[0]).toMatchObject({
      subject: short,
      from: { name: short, address: 'a@evil.test' },
    });
  });

  test.each(TEXTS)('encoded words that hold %s under the wrong name', async (charset, text) => {
    const word = (name: string): string => `=?${name}?B?${iconv.encode(text, charset).toString('base64')}?=`;
    for (const name of [charset, 'utf-8', 'iso-8859-1', 'x-nonsense', 'us-ascii']) {
      const mail = `From: "${word(name)}" <a@evil.test>\r\nSubject: Re: ${word(name)}\r\n\r\nx`;
      const { messages } = await read(Buffer.from(mail));
      expect([name, messages[0]?.subject, messages[0]?.from?.name]).toEqual([name, `Re: ${text}`, text]);
    }
  });

  test('a character cut in two between encoded words is whole', async () => {
    const bytes = iconv.encode('密码过期通知', 'gb18030');
    const words = [bytes.subarray(0, 3), bytes.subarray(3)].map((half) => `=?gb2312?B?${half.toString('base64')}?=`);
    expect(
      (await read(Buffer.from(`From: a@a.test\r\nSubject: ${words.join('\r\n ')}\r\n\r\nx`))).messages[0]?.subject,
    ).toBe('密码过期通知');
  });

  test('an encoded word does not change who is named', async () => {
    const word = `=?iso-8859-1?B?${iconv.encode('银行" <b@bank.test>, 系统管理员', 'gb18030').toString('base64')}?=`;
    const { messages } = await read(Buffer.from(`From: ${word} <a@evil.test>\r\nSubject: x\r\n\r\nx`));
    expect(messages[0]?.senders).toHaveLength(1);
    expect(messages[0]?.from).toMatchObject({ address: 'a@evil.test', name: '银行" <b@bank.test>, 系统管理员' });
  });
});

describe('names of attachments', () => {
  const name = '关于付款的通知.exe';
  const gbk = iconv.encode(name, 'gb18030');
  const percent = [...gbk].map((byte) => `%${byte.toString(16)}`).join('');
  test.each<[string, Buffer]>([
    ['raw', Buffer.concat([Buffer.from('filename="'), gbk, Buffer.from('"')])],
    ['raw UTF-8', Buffer.from(`filename="${name}"`)],
    ['RFC 2231', Buffer.from(`filename*=gb2312''${percent}`)],
    [
      'RFC 2231 in pieces',
      Buffer.from(`filename*0*=gbk'zh'${percent.slice(0, 24)};\r\n filename*1*=${percent.slice(24)}`),
    ],
    ['RFC 2231 without a name of its encoding', Buffer.from(`filename*=''${percent}`)],
    ['encoded words in quotes', Buffer.from(`filename="=?gb2312?B?${gbk.toString('base64')}?="`)],
    ['encoded words under the wrong name', Buffer.from(`filename="=?utf-8?B?${gbk.toString('base64')}?="`)],
  ])('%s', async (_, parameter) => {
    const mail = Buffer.concat([
      Buffer.from(
        `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; `,
      ),
      parameter,
      Buffer.from('\r\n\r\nMZ\r\n--b--'),
    ]);
    expect((await read(mail)).attachments).toMatchObject([{ name, extension: 'exe' }]);
  });
});

import { expect, test } from 'vitest';
import { readSpecimen } from '../../src/parse/read.ts';
import { zip } from '../helpers/zip.ts';

const mail = (subject: string, body: string) =>
  `From: Bo <bo@evil.example>\r\nTo: ada@hospital.example\r\nSubject: ${subject}\r\n\r\n${body}`;

test('a mail in an archive is read as a mail', async () => {
  const bytes = zip([{ name: 'letters/one.eml', content: mail('Your mailbox', 'see https://evil.example/in') }]);
  const { messages, links, attachments, gaps } = await readSpecimen({ kind: 'file', bytes, name: 'letters.zip' }, 's1');
  expect(messages.map(({ subject }) => subject)).toEqual(['Your mailbox']);
  expect(links.map(({ url, message }) => [url, message])).toEqual([['https://evil.example/in', 's1-m1']]);
  expect(attachments.map(({ name }) => name)).toEqual(['letters.zip']);
  expect(gaps).toEqual([]);
});

test('a mail in an archive in a mail', async () => {
  const packed = zip([{ name: 'one.eml', content: mail('Inner', 'hello') }]).toString('base64');
  const bytes = Buffer.from(
    `From: c@c.example\r\nTo: ada@hospital.example\r\nSubject: Outer\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nplease look\r\n--b\r\nContent-Type: application/zip; name=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${packed}\r\n--b--\r\n`,
  );
  const { messages } = await readSpecimen({ kind: 'mail', bytes, name: 'a.eml' }, 's1');
  expect(messages.map(({ subject }) => subject)).toEqual(['Outer', 'Inner']);
});

test('no archive is so full of mails that reading them never ends', async () => {
  const parts = Array.from({ length: 60 }, (_, n) => ({ name: `${n}.eml`, content: mail(`No. ${n}`, 'hello') }));
  const { messages, gaps } = await readSpecimen({ kind: 'file', bytes: zip(parts), name: 'a.zip' }, 's1');
  expect(messages).toHaveLength(20);
  expect(gaps.some(({ why, blinding }) => why === 'too-many' && blinding)).toBe(true);
});

test('mails in archives in mails in archives end at the depth', async () => {
  let bytes = Buffer.from(mail('Core', 'hello'));
  for (let level = 0; level < 9; level += 1) {
    const packed = zip([{ name: 'one.eml', content: bytes }]).toString('base64');
    bytes = Buffer.from(
      `From: c@c.example\r\nTo: ada@hospital.example\r\nSubject: Level ${level}\r\nMIME-Version: 1.0\r\nContent-Type: application/zip; name=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${packed}\r\n`,
    );
  }
  const { messages, gaps } = await readSpecimen({ kind: 'mail', bytes, name: 'a.eml' }, 's1');
  expect(messages.length).toBeLessThan(8);
  expect(gaps.some(({ why }) => why === 'too-many')).toBe(true);
});

import { createHash } from 'node:crypto';
import { toBuffer } from 'qrcode';
import { describe, expect, test } from 'vitest';
import { isPicture, readFile } from '../../../src/parse/files/read-file.ts';
import { office, ole } from '../../helpers/office.ts';
import { zip } from '../../helpers/zip.ts';

const look = (bytes: Uint8Array | string, name: string, declaredType = '') =>
  readFile({ bytes: Buffer.from(bytes), name, declaredType, inline: false });

test('gives size and hash of exactly the bytes that came', async () => {
  const bytes = Buffer.from('meet at noon');
  const content = await look(bytes, 'note.txt');
  expect(content).toMatchObject({ type: 'txt', extension: 'txt', size: 12, text: 'meet at noon', gaps: [] });
  expect(content.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
});

describe('the type comes from the bytes', () => {
  const cases: [string, Uint8Array | string, string, string?][] = [
    ['exe', 'MZ\x90\0\x03\0\0\0\x04\0', 'invoice.pdf'],
    ['pdf', 'GIF89a some bytes, then\n%PDF-1.7\n', 'picture.gif'],
    ['zip', zip([{ name: 'a.txt', content: 'a' }]), 'a.pdf'],
    ['docx', office('docx', 'hello'), 'a.zip'],
    ['pptx', office('pptx', 'hello'), 'a.pptx'],
    ['xlsx', office('xlsx', 'hello'), 'a.xlsx'],
    ['rar', 'Rar!\x1a\x07\x01\0 and so on', 'a.rar'],
    ['7z', Buffer.from('377abcaf271c0004000000000000', 'hex'), 'a.7z'],
    ['one', Buffer.from('e4525c7b8cd8a74daeb15378d02996d30000', 'hex'), 'notes.one'],
    ['lnk', Buffer.from('4c0000000114020000000000c00000000000004600', 'hex'), 'report.pdf.lnk'],
    ['iso', Buffer.concat([Buffer.alloc(32_769), Buffer.from('CD001')]), 'disk.iso'],
    ['msg', ole({ '__properties_version1.0': Buffer.from('x') }), 'mail.msg'],
    ['doc', ole({ WordDocument: Buffer.from('x') }), 'letter.doc'],
    ['xls', ole({ Workbook: Buffer.from('x') }), 'table.xls'],
    ['rtf', '{\\rtf1 hello}', 'letter.doc'],
    ['html', '\xef\xbb\xbf  <!-- hello -->\n<!DOCTYPE html><p>hello', 'invoice'],
    ['html', 'no tag at all', 'invoice.htm'],
    ['svg', '<?xml version="1.0"?><!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg"/>', 'logo.png'],
    ['ics', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR', 'invite'],
    ['vcf', 'BEGIN:VCARD\r\nEND:VCARD', 'ada.vcf'],
    ['js', 'WScript.Echo("hello")', 'invoice.pdf.js'],
    ['url', '[InternetShortcut]\nURL=http://a.example', 'site.url'],
    ['eml', 'Subject: hello\r\n\r\nbody', 'mail.eml'],
    ['eml', 'Received: from a\r\nFrom: a@a.example\r\nSubject: hello\r\n\r\nbody', 'mail.txt'],
    ['txt', 'Subject: to be decided\r\n\r\nbody', 'notes.txt'],
    ['tnef', Buffer.from('789f3e2201000000', 'hex'), 'winmail.dat'],
    ['', Buffer.from([1, 2, 0, 3, 4, 0, 5]), 'blob.bin'],
  ];
  test.each(cases)('%s', async (type, bytes, name) => {
    expect((await look(Buffer.from(bytes as string, 'latin1'), name)).type).toBe(type);
  });

  test('a picture is known by its bytes', async () => {
    const png = await toBuffer('hello');
    const { type } = await look(png, 'letter.doc');
    expect(type).toBe('png');
    expect(isPicture(type)).toBe(true);
    expect(isPicture('pdf')).toBe(false);
  });
});

test('hands a mail back to be parsed as one, and does not read it', async () => {
  const bytes = Buffer.from('From: a@a.example\r\nSubject: hello\r\n\r\nbody');
  const content = await look(bytes, 'mail.eml');
  expect(content.mail).toEqual(bytes);
  expect(content.gaps).toEqual([]);
});

test.each(['rar', '7z', 'iso', 'exe', ''])('says that it cannot open: %s', async (type) => {
  const samples: Record<string, string> = {
    rar: '526172211a0701000000',
    '7z': '377abcaf271c0004000000000000',
    exe: '4d5a90000300000004000000',
    '': '0102000304000500',
  };
  const bytes =
    type === 'iso'
      ? Buffer.concat([Buffer.alloc(32_769), Buffer.from('CD001')])
      : Buffer.from(samples[type] ?? '', 'hex');
  const content = await look(bytes, 'thing');
  expect(content.type).toBe(type);
  // Of the archives only the first bytes are there: what cannot be listed is broken.
  const why = ['rar', '7z', 'iso'].includes(type) ? 'unreadable' : 'unsupported';
  expect(content.gaps).toEqual([{ what: 'attachment', why, name: 'thing', blinding: true }]);
});

test('an empty file hides nothing', async () => {
  expect(await look('', 'empty.txt')).toMatchObject({ type: '', size: 0, gaps: [] });
});

test('a file above the limit is named and hashed, and that nobody looked in is said', async () => {
  const content = await look(Buffer.alloc(26 * 1024 * 1024, 'a'), 'long.txt');
  expect(content).toMatchObject({ type: 'txt', content: '', gaps: [{ why: 'too-large', blinding: true }] });
});

test('a detached signature is no gap, an encrypted container is one', async () => {
  const signed = Buffer.from('308206f006092a864886f70d010702a0820000', 'hex');
  const sealed = Buffer.from('308206f006092a864886f70d010703a0820000', 'hex');
  expect(await look(signed, 'smime.p7s')).toMatchObject({ type: 'p7s', gaps: [] });
  expect(await look(signed, 'smime.p7m')).toMatchObject({ type: 'p7m', gaps: [{ why: 'unsupported' }] });
  expect(await look(sealed, 'smime.p7m')).toMatchObject({ traits: [], gaps: [{ what: 'mail', why: 'encrypted' }] });
});

describe('text', () => {
  test('links in a text are found, defanged ones too', async () => {
    const { links } = await look('see hxxps://evil[.]example/login now', 'note.txt');
    expect(links).toEqual([{ url: 'https://evil.example/login', source: 'document' }]);
  });

  test('an invitation has its folded address made whole', async () => {
    const ics = 'BEGIN:VCALENDAR\r\nLOCATION:https://evil.example/lo\r\n gin?a=1\r\nEND:VCALENDAR';
    expect((await look(ics, 'invite.ics')).links.map((link) => link.url)).toContain('https://evil.example/login?a=1');
  });

  test('Chinese text of Chinese Windows is read', async () => {
    const gbk = Buffer.from('c4e3bac3a3acc7ebb5e3bbf7', 'hex');
    expect((await look(gbk, '通知.txt')).text).toBe('你好，请点击');
  });

  test('UTF-16 is text', async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<html><p>hello', 'utf16le')]);
    expect(await look(bytes, 'a.html')).toMatchObject({ type: 'html', text: 'hello' });
  });

  test('a table whose cell starts a program is named, an ordinary sum is not', async () => {
    const bad = await look('a,b\n1,"=cmd|\'/c calc\'!A1"\n', 'list.csv');
    expect(bad.traits).toEqual(['command-in-field']);
    expect((await look('a,b\n1,=SUM(A1:A2)\n-5|6\n', 'list.csv')).traits).toEqual([]);
  });

  test('padding does not hide what comes behind it in silence', async () => {
    const { gaps } = await look(`${'a '.repeat(600_000)} https://evil.example`, 'long.txt');
    expect(gaps).toMatchObject([{ why: 'too-large', blinding: true }]);
  });
});

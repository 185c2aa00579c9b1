import fc from 'fast-check';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { toBuffer } from 'qrcode';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../src/parse/files/read-file.ts';
import { office, ole, relationships, vbaProject, vbaStreams } from '../../helpers/office.ts';
import { oldObject, packaged, packageStream } from '../../helpers/old-object.ts';
import { shortcut } from '../../helpers/shortcut.ts';
import { zip } from '../../helpers/zip.ts';

/** Any bytes at all give a whole answer, soon. */
async function survives(bytes: Uint8Array, name: string): Promise<void> {
  const content = await readFile({ bytes, name, declaredType: '', inline: false });
  expect(content.size).toBe(bytes.length);
  expect(content.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(content.content.length).toBeLessThanOrEqual(65_536);
  expect(content.links.length).toBeLessThanOrEqual(200);
  expect(content.gaps.length).toBeLessThanOrEqual(12);
}

const macro = 'Sub AutoOpen()\r\nShell "calc"\r\nEnd Sub';

async function pdf(): Promise<Buffer> {
  const doc = await PDFDocument.create();
  const font = await doc.embedFont(StandardFonts.Helvetica);
  doc.addPage().drawText('hello https://evil.example', { font });
  doc.addJavaScript('a', 'app.alert(1)');
  await doc.attach(Buffer.from('hello'), 'a.txt');
  return Buffer.from(await doc.save());
}

const ONE = Buffer.from('e4525c7b8cd8a74daeb15378d02996d3', 'hex');
const STORE = Buffer.from(`e716e3bd65261145a4c48d4d0b7a9eac0200000000000000${'0'.repeat(24)}`, 'hex');
const object = oldObject('Package', packaged('a.js', 'x'));

const fixtures: [name: string, runs: number, make: () => Buffer | Promise<Buffer>][] = [
  ['a.zip', 300, () => zip([{ name: 'in.zip', content: zip([{ name: 'a.exe', content: 'MZ' }]) }])],
  [
    'a.docm',
    300,
    () =>
      office('docm', 'hello', [
        relationships([{ type: 'hyperlink', target: 'https://evil.example' }]),
        { name: 'word/vbaProject.bin', content: vbaProject(macro), stored: true },
      ]),
  ],
  [
    'a.doc',
    300,
    () => ole({ WordDocument: Buffer.alloc(6_000, 'hello '), ...vbaStreams(macro, { folder: 'Macros/' }) }),
  ],
  ['a.pdf', 200, pdf],
  ['a.png', 200, () => toBuffer('https://evil.example', { width: 120 })],
  ['a.rtf', 200, () => Buffer.from('{\\rtf1{\\*\\template http://evil.example}\\u35831?{\\object\\objdata 00}}')],
  ['a.html', 200, () => Buffer.from('<script>atob("aHR0cHM6Ly9ldmlsLmV4YW1wbGU=")</script><input type=password>')],
  ['a.ics', 200, () => Buffer.from('BEGIN:VCALENDAR\r\nURL:https://evil.example/\r\n x\r\nEND:VCALENDAR')],
  ['a.lnk', 300, () => shortcut({ target: '\\\\192.0.2.7\\a', arguments: '/c x', icon: 'a.pdf', behind: 'cmd' })],
  ['a.one', 200, () => Buffer.concat([ONE, STORE, Buffer.from('MZ'), Buffer.from('run.exe', 'utf16le'), STORE])],
  ['b.rtf', 300, () => Buffer.from(`{\\rtf1{\\object\\objupdate{\\*\\objdata ${object}}}}`)],
  ['b.doc', 200, () => ole({ WordDocument: Buffer.from('a'), 'P/\u0001Ole10Native': packageStream('a.js', 'x') })],
  ['a.rdp', 100, () => Buffer.from('full address:s:192.0.2.7')],
  ['a.csv', 100, () => Buffer.from("a,=cmd|'/c x'!A1")],
  ['mail.zip', 200, () => zip([{ name: 'a.eml', content: 'From: a@a.example\r\nSubject: a\r\n\r\nb' }])],
];

describe('bytes changed at random', () => {
  test.each(fixtures)(
    '%s',
    async (name, numRuns, make) => {
      const whole = await make();
      const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 });
      const cut = fc.option(fc.nat(whole.length), { freq: 4 });
      await fc.assert(
        fc.asyncProperty(changes, cut, async (bytes, end) => {
          const broken = Buffer.from(whole);
          for (const [at, value] of bytes) broken[at] = value;
          await survives(end === null ? broken : broken.subarray(0, end), name);
        }),
        { numRuns, seed: 2020 },
      );
    },
    30_000,
  );
});

test('random bytes behind every magic number', async () => {
  const magics = [
    '504b0304',
    'd0cf11e0a1b11ae1',
    '255044462d312e37',
    '89504e470d0a1a0a',
    'ffd8ffe0',
    '474946383961',
    '424d',
    '7b5c727466',
    '526172211a07',
    '3c68746d6c3e',
    '3082',
    '4c0000000114020000000000c000000000000046',
    'e4525c7b8cd8a74daeb15378d02996d3',
    '',
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...magics), fc.uint8Array({ maxLength: 2_000 }), async (magic, rest) => {
      await survives(Buffer.concat([Buffer.from(magic, 'hex'), rest]), 'a.bin');
    }),
    { numRuns: 400, seed: 2020 },
  );
}, 30_000);

/** Text on which a careless pattern or loop takes time that grows with the square of the length. */
const LONG = 2_000_000;
test.each([
  ['opening tags', 'a.html', '<a '],
  ['comments', 'a.svg', '<!--'],
  ['quotes', 'a.html', '<p a="'],
  ['string joints', 'a.html', '<script>"a"+'],
  ['base64', 'a.html', 'aHR0cA'],
  ['groups', 'a.rtf', '{\\rtf1{\\*\\template '],
  ['escapes', 'a.rtf', "{\\rtf1\\'4"],
  ['fields', 'a.rtf', '{\\rtf1 HYPERLINK "'],
  ['objects', 'a.rtf', '{\\rtf1{\\object{\\*\\objdata 0'],
  ['words', 'a.rtf', '{\\rtf1\\u1\\uc9'],
  ['exchanges', 'a.rtf', '{\\rtf1{\\*\\fldinst DDE '],
  ['cells', 'a.csv', '=a|'],
  ['programs', 'a.csv', '=cmd '],
  ['formulas', 'a.slk', ';E=DDE'],
  ['attached files', 'a.ics', 'BEGIN:VCALENDAR\nATTACH;VALUE=BINARY:YQ==\n'],
  ['parameters', 'a.ics', 'BEGIN:VCALENDAR\nA;B="'],
  ['shortcuts', 'a.url', '[InternetShortcut]\nURL='],
  ['blank keys', 'a.url', ' url '],
  ['places', 'a.library-ms', '<url>\\\\a\\b</url>'],
  ['caret commands', 'a.settingcontent-ms', 'p^'],
  ['folds', 'a.ics', 'BEGIN:VCALENDAR\r\n '],
  ['headers', 'a.eml', 'From: '],
  ['names of a PDF', 'a.pdf', '%PDF-1.7 /URI(\\('],
  ['streams of a PDF', 'a.pdf', '%PDF-1.7 obj stream\n'],
  ['blanks', 'a.txt', ' \t'],
  ['dots', 'a.txt', 'a.'],
])(
  'two megabytes of %s',
  async (_, name, piece) => {
    await survives(Buffer.from(piece.repeat(LONG / piece.length)), name);
  },
  8_000,
);

test('two megabytes of broken XML in a document', async () => {
  for (const piece of ['<w:t>', '<w:t a="', '<![CDATA[', '<!--', '&#x', '<a b=c ', '<f>HYPERLINK("']) {
    await survives(
      office('docx', '', [{ name: 'word/x.xml', content: piece.repeat(LONG / 5), stored: true }]),
      'a.docx',
    );
  }
}, 15_000);

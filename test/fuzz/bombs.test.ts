import { deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { foldText } from '../../src/checks/lures.ts';
import type { Specimen } from '../../src/model.ts';
import { findLinks } from '../../src/parse/links.ts';
import { mergeEvidence, readSpecimen } from '../../src/parse/read.ts';
import { refang } from '../../src/parse/refang.ts';
import { compressVba, office, ole } from '../helpers/office.ts';
import { zip } from '../helpers/zip.ts';
import { holdsForAny } from './claims.ts';

/**
 * Inputs of a few megabytes or less that would cost a careless reader minutes or gigabytes. Each is read and judged within
 * a bound of processor time, and either whole or with a gap that blinds.
 */

const MOST_RSS_MB = 1_600;
afterEach(() => expect(process.memoryUsage.rss() / 1024 / 1024).toBeLessThan(MOST_RSS_MB));

const mail = (...lines: string[]): Specimen => ({
  kind: 'mail',
  bytes: Buffer.from(`From: a@a.test\r\nTo: b@b.test\r\n${lines.join('\r\n')}`),
  name: 'mail.eml',
});
const page = (html: string): Specimen => mail('Subject: x', 'Content-Type: text/html', '', html);
const words = (text: string): Specimen => mail('Subject: x', 'Content-Type: text/plain; charset=utf-8', '', text);
const file = (name: string, bytes: Uint8Array): Specimen => ({ kind: 'file', bytes, name });
const times = (count: number, piece: (at: number) => string, joint = ''): string =>
  Array.from({ length: count }, (_, at) => piece(at)).join(joint);

function multiparts(depth: number): string {
  const opens = times(depth, (at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`);
  return `${opens}Content-Type: text/plain\r\n\r\nat the bottom\r\n`;
}

/** A picture that claims a size and holds hardly anything. */
function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(25);
  header.writeUInt32BE(13);
  header.write('IHDR', 4, 'latin1');
  header.writeUInt32BE(width, 8);
  header.writeUInt32BE(height, 12);
  header.set([8, 2], 16);
  const data = deflateSync(Buffer.alloc(1_000_000));
  const chunk = Buffer.alloc(8);
  chunk.writeUInt32BE(data.length);
  chunk.write('IDAT', 4, 'latin1');
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), header, chunk, data, Buffer.alloc(4)]);
}

/** Many names for the same packed bytes: a list of two hundred entries that all point at one. */
function overlapping(): Buffer {
  const whole = zip(
    Array.from({ length: 200 }, (_, at) => ({ name: `a${at}.txt`, content: at === 0 ? Buffer.alloc(3_000_000) : 'x' })),
  );
  const out = Buffer.from(whole);
  for (let at = out.indexOf('PK\x01\x02'); at >= 0; at = out.indexOf('PK\x01\x02', at + 4))
    out.writeUInt32LE(0, at + 42);
  return out;
}

function nestedZip(depth: number): Buffer {
  let inner = zip([{ name: 'a.exe', content: 'MZ' }]);
  for (let at = 0; at < depth; at += 1) inner = zip([{ name: `${at}.zip`, content: inner }]);
  return inner;
}

const pdf = (body: string | Buffer): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(body), Buffer.from('\ntrailer<</Root 1 0 R>>\n%%EOF')]);

function flateBomb(): Buffer {
  const data = deflateSync(Buffer.alloc(200_000_000));
  const before = Buffer.from(
    `1 0 obj<</Type/Catalog>>endobj 2 0 obj<</Type/ObjStm/Filter/FlateDecode/Length ${data.length}>>stream\n`,
  );
  return pdf(Buffer.concat([before, data, Buffer.from('\nendstream endobj')]));
}

/** Rewriters around each other, fifty deep: percent signs are escaped again by every layer, so they stay plain. */
const wrapped = (at: number): string =>
  `https://www.google.com/url?q=${times(50, () => 'https://www.google.com/url?q=')}https://evil.example/${at}`;

const entities = `<!DOCTYPE a [<!ENTITY a0 "ha">${times(30, (at) => `<!ENTITY a${at + 1} "&a${at};&a${at};">`)}]><a>&a30;</a>`;

type Bomb = [name: string, ends: 'whole' | 'gap' | 'either', make: () => Specimen];

const BOMBS: Bomb[] = [
  [
    'a zip that inflates without end',
    'gap',
    () => file('a.zip', zip([{ name: 'a.txt', content: Buffer.alloc(200_000_000) }])),
  ],
  ['a zip in a zip, fifty deep', 'gap', () => file('a.zip', nestedZip(50))],
  ['a zip whose entries all share the same bytes', 'gap', () => file('a.zip', overlapping())],
  [
    '10,000 entries',
    'gap',
    () => file('a.zip', zip(Array.from({ length: 10_000 }, (_, at) => ({ name: `${at}.txt`, content: 'x' })))),
  ],
  ['a multipart 1,000 deep', 'gap', () => mail('Subject: x', multiparts(1_000))],
  [
    '20,000 parts',
    'gap',
    () =>
      mail(
        'Subject: x',
        'Content-Type: multipart/mixed; boundary=b',
        '',
        `${times(20_000, () => '--b\r\n\r\nx\r\n')}--b--`,
      ),
  ],
  ['100,000 tags', 'either', () => page(times(100_000, () => '<b>x</b>'))],
  ['100,000 attributes', 'whole', () => page(`<p ${times(100_000, (at) => `a${at}=b `)}>x</p>`)],
  ['50,000 nested blocks', 'gap', () => page(`${'<div>'.repeat(50_000)}x`)],
  ['a picture of 20,000 by 20,000', 'gap', () => file('a.png', png(20_000, 20_000))],
  [
    'a GIF of 65,535 by 65,535',
    'gap',
    () => file('a.gif', Buffer.concat([Buffer.from('GIF89a\xff\xff\xff\xff\x80\0\0', 'latin1'), Buffer.alloc(5_000)])),
  ],
  [
    'a JPEG of 65,535 by 65,535',
    'gap',
    () =>
      file(
        'a.jpg',
        Buffer.concat([Buffer.from('ffd8ffc0001108ffffffff03012200021101031101', 'hex'), Buffer.alloc(5_000)]),
      ),
  ],
  ['50,000 line ends', 'whole', () => words(`a${'\r\n'.repeat(50_000)}b`)],
  ['50,000 blanks', 'whole', () => words(`a${' '.repeat(50_000)}b`)],
  ['a gzip that inflates without end', 'gap', () => file('a.gz', gzipSync(Buffer.alloc(300_000_000)))],
  [
    'entities that double thirty times',
    'either',
    () => file('a.docx', office('docx', '', [{ name: 'word/x.xml', content: entities }])),
  ],
  [
    'a PDF of 100,000 objects',
    'either',
    () => file('a.pdf', pdf(times(100_000, (at) => `${at + 1} 0 obj<</A ${at} 0 R>>endobj\n`))),
  ],
  [
    'a PDF whose pages are their own parents',
    'either',
    () =>
      file(
        'a.pdf',
        pdf('1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R]/Count 99>>endobj'),
      ),
  ],
  ['a PDF stream that inflates without end', 'gap', () => file('a.pdf', flateBomb())],
  [
    'macro source that unpacks without end',
    'either',
    () =>
      file(
        'a.doc',
        ole({
          WordDocument: Buffer.alloc(600),
          'Macros/VBA/Module1': Buffer.concat([
            compressVba(Buffer.from('a')),
            Buffer.from(`\xff\xbf${'\xff'.repeat(4094)}`.repeat(500), 'latin1'),
          ]),
        }),
      ),
  ],
  ['rich text nested 100,000 deep', 'either', () => file('a.rtf', Buffer.from(`{\\rtf1 ${'{'.repeat(100_000)}x`))],
  ['a header of a megabyte', 'gap', () => mail(`Subject: ${'x'.repeat(1_000_000)}`, '', 'x')],
  [
    '100,000 recipients',
    'either',
    () => mail(`Cc: ${times(100_000, (at) => `a${at}@b.test`, ',\r\n ')}`, 'Subject: x', '', 'x'),
  ],
  ['one line of ten megabytes', 'gap', () => words('x '.repeat(5_000_000))],
  [
    'one line of ten megabytes of base64',
    'gap',
    () =>
      mail(
        'Subject: x',
        'Content-Type: text/plain',
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.alloc(7_500_000, 'ab ').toString('base64'),
      ),
  ],
  ['100,000 encoded words', 'either', () => mail(`Subject: ${times(100_000, () => '=?utf-8?B?YQ==?=', ' ')}`, '', 'x')],
  [
    '10,000 pieces of a file name',
    'either',
    () =>
      mail(
        'Subject: x',
        `Content-Type: application/pdf;\r\n ${times(10_000, (at) => `name*${at}*=a`, ';\r\n ')}`,
        '',
        'x',
      ),
  ],
  ['2,000 links in fifty rewriters each', 'gap', () => page(times(2_000, (at) => `<a href="${wrapped(at)}">x</a>`))],
  [
    'a million characters without width',
    'gap',
    () => words(`pay\u200bpal ${'\u200b'.repeat(1_000_000)} http://evil.example`),
  ],
  ['100,000 times the front of a tag', 'either', () => page('<'.repeat(100_000))],
];

test.each(BOMBS)(
  '%s',
  async (_, ends, make) => {
    const specimen = make();
    const before = process.cpuUsage();
    const evidence = mergeEvidence([await readSpecimen(specimen, 's1')]);
    holdsForAny(evidence);
    const { user, system } = process.cpuUsage(before);
    // The pool stops a specimen after ten seconds; none of these may come near.
    expect((user + system) / 1000, 'processor time').toBeLessThan(4_000);
    const blinded = evidence.gaps.some(({ blinding }) => blinding);
    if (ends !== 'either') expect(blinded, JSON.stringify(evidence.gaps)).toBe(ends === 'gap');
  },
  60_000,
);

/** One of each class of characters that our patterns tell apart, and what they wait for without end. */
const RUNS = [
  'a',
  'A',
  '1',
  '.',
  '-',
  '_',
  '@',
  ':',
  '/',
  '\\',
  '<',
  '>',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  ' ',
  '\t',
  '\n',
  '\r\n',
  '=',
  '%',
  '&',
  '?',
  '#',
  ',',
  ';',
  '|',
  '*',
  '!',
  '+',
  '~',
  '\u00a0',
  '\u200b',
  '\u00ad',
  '\u202e',
  '\u0301',
  'é',
  'я',
  'α',
  '账',
  'か',
  '한',
  'ไ',
  'ا',
  '。',
  '：',
  '（',
  '🙂',
  '\ud800',
  '\ufffd',
  'xn--',
  'a.',
  'a.a@',
  'a@a.',
  'a-',
  'www.',
  'http://',
  'http:',
  '[.]',
  ' DOT ',
  'hxxp',
  '> ',
  '>>',
  'From: a\n',
  '发件人：a\n',
  'On a, "b" <c> ',
  '-----',
  'a b c d ',
  '1 ',
  '$1,',
  '%25',
  '&amp;',
  'password ',
  'verify your account ',
  'b1',
  'I l ',
  '<a ',
  '=?utf-8?Q?',
];

describe('100 kB of nothing but', () => {
  test.each(RUNS.map((piece) => [JSON.stringify(piece), piece.repeat(Math.ceil(100_000 / piece.length))]))(
    '%s is read on every way that text takes',
    async (_, text) => {
      const before = process.cpuUsage();
      foldText(text);
      refang(text);
      findLinks(text);
      const specimens: Specimen[] = [
        { kind: 'text', text, links: [{ url: text, shown: text }] },
        { kind: 'link', url: text },
        words(text),
        page(`<a href="${text}">${text}</a>${text}`),
        mail(`Subject: ${text.replace(/[\r\n]/g, ' ')}`, `Reply-To: ${text.replace(/[\r\n]/g, ' ')}`, '', 'x'),
        mail('Subject: Fwd: x', '', `---------- Forwarded message ---------\r\nFrom: ${text}\r\nTo: a\r\n\r\n${text}`),
      ];
      for (const specimen of specimens) holdsForAny(mergeEvidence([await readSpecimen(specimen, 's1')]));
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1000, 'processor time').toBeLessThan(4_000);
    },
    60_000,
  );
});

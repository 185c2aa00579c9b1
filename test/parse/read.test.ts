import fc from 'fast-check';
import { toBuffer } from 'qrcode';
import { describe, expect, test } from 'vitest';
import type { Specimen } from '../../src/model.ts';
import { mergeEvidence, readSpecimen } from '../../src/parse/read.ts';
import { attachment, evidence, link } from '../helpers/evidence.ts';

const mail = (text: string): Specimen => ({ kind: 'mail', bytes: Buffer.from(text) });

test('a link alone is a link without a message', async () => {
  const found = await readSpecimen({ kind: 'link', url: 'hxxps://evil[.]test/x', shown: 'bank' }, 's3');
  expect(found.messages).toEqual([]);
  expect(found.links).toMatchObject([
    { id: 's3-l1', source: 'reported', url: 'https://evil.test/x', shown: 'bank', original: 'hxxps://evil[.]test/x' },
  ]);
});

test('a link that leads nowhere is a gap', async () => {
  expect((await readSpecimen({ kind: 'link', url: 'http://' }, 's1')).gaps).toEqual([
    { what: 'link', why: 'unreadable', name: 'http://', blinding: true },
  ]);
});

test('a file alone is an attachment without a message', async () => {
  const found = await readSpecimen({ kind: 'file', bytes: Buffer.from('hello'), name: 'a.txt' }, 's1');
  expect(found.messages).toEqual([]);
  expect(found.attachments).toMatchObject([{ id: 's1-a1', name: 'a.txt', extension: 'txt' }]);
  expect(found.attachments[0]).not.toHaveProperty('message');
});

test('a picture alone leaves a gap: its words are not read, whatever its codes say', async () => {
  const bytes = await toBuffer('https://www.a.test/', { width: 200 });
  const found = await readSpecimen({ kind: 'file', bytes, name: 'shot.png' }, 's1');
  expect(found.links).toMatchObject([{ source: 'qr' }]);
  expect(found.gaps).toEqual([{ what: 'picture', why: 'not-configured', name: 'shot.png', blinding: true }]);
});

test('a file that is a mail is read as one', async () => {
  const bytes = Buffer.from('From: Eve <eve@evil.test>\nSubject: x\nMessage-ID: <1@evil.test>\n\nhello');
  const found = await readSpecimen({ kind: 'file', bytes, name: 'report.bin' }, 's1');
  expect(found).toMatchObject({ messages: [{ form: 'raw', from: { address: 'eve@evil.test' } }], attachments: [] });
});

test('a mail that carries nothing but an empty one is not passed over in silence', async () => {
  const found = await readSpecimen(mail('From: a@a.test\nTo: b@a.test\nContent-Type: message/rfc822\n\n\n'), 's1');
  expect(found.messages).toEqual([]);
  expect(found.gaps).toMatchObject([{ what: 'mail', why: 'unreadable', blinding: true }]);
});

describe('hostile input', () => {
  const html = (body: string) => mail(`From: a@a.test\nSubject: x\nContent-Type: text/html\n\n${body}`);
  const nested = (depth: number): string =>
    depth === 0
      ? 'From: a@a.test\nSubject: innermost\n\nx'
      : `From: a@a.test\nSubject: ${depth}\nContent-Type: multipart/mixed; boundary=b${depth}\n\n--b${depth}\n\n${'words '.repeat(100)}\n--b${depth}\nContent-Type: message/rfc822\n\n${nested(depth - 1)}\n--b${depth}--`;

  test.each<[string, Specimen]>([
    ['nested tags', html('<div>'.repeat(100_000))],
    [
      'parts',
      mail(
        `From: a@a.test\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(20_000)}--b--`,
      ),
    ],
    ['header of a megabyte', mail(`From: a@a.test\nSubject: ${'x'.repeat(1_000_000)}\n\nx`)],
    ['mails within mails', mail(nested(8))],
    ['links', html(Array.from({ length: 3_000 }, (_, at) => `<a href="http://a.test/${at}">x</a>`).join(''))],
    ['dots', { kind: 'text', text: 'a.'.repeat(1_000_000), links: [] }],
  ])('is read within seconds and says that it was cut: %s', async (_, specimen) => {
    const before = performance.now();
    const { gaps } = await readSpecimen(specimen, 's1');
    expect(performance.now() - before).toBeLessThan(6_000);
    expect(gaps.some((gap) => gap.blinding)).toBe(true);
  });

  test.each<[string, Specimen]>([
    ['line ends', mail(`From: a@a.test\nSubject: Fwd: x\n\n${'\n'.repeat(50_000)}x`)],
    ['recipients', mail(`From: a@a.test\nTo: ${'b@b.test, '.repeat(30_000)}\nSubject: x\n\nx`)],
    ['header lines', mail(`From: a@a.test\n${'X-A: b\n'.repeat(20_000)}Subject: x\n\nx`)],
    ['comments in an address', mail(`From: ${'('.repeat(50_000)} a@a.test\nSubject: x\n\nx`)],
    ['comments in a result', mail(`From: a@a.test\nAuthentication-Results: ${'('.repeat(50_000)}\nSubject: x\n\nx`)],
    ['encoded words', mail(`From: a@a.test\nSubject: ${'=?utf-8?Q?a?= '.repeat(20_000)}\n\nx`)],
  ])('is read within seconds: %s', async (_, specimen) => {
    const before = performance.now();
    expect((await readSpecimen(specimen, 's1')).messages).toHaveLength(1);
    expect(performance.now() - before).toBeLessThan(6_000);
  });

  test('arbitrary bytes never throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await readSpecimen({ kind: 'mail', bytes }, 's1');
        await readSpecimen({ kind: 'file', bytes, name: 'x' }, 's1');
      }),
      { numRuns: 60 },
    );
  });

  test('arbitrary mails, texts and links never throw, and every reference holds', async () => {
    const line = fc.constantFrom(
      'From: a@a.test',
      'From: "x" <a@a.test',
      'Subject: =?gb2312?B?xxx',
      'To: undisclosed-recipients:;',
      'Content-Type: multipart/mixed; boundary="b"',
      'Content-Type: text/html; charset=nonsense',
      'Content-Type: message/rfc822',
      'Content-Transfer-Encoding: base64',
      "Content-Disposition: attachment; filename*=utf-8''%ZZ",
      'Authentication-Results: a; spf=',
      'Date: Mon, 99 Foo 20255',
      '',
      '--b',
      '--b--',
      '---------- Forwarded message ---------',
      '发件人: x',
      '主题: x',
      '收件人: x',
      '<a href="http://a.test">x',
      'PGZvcm0+',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(line, fc.string()), { maxLength: 25 }), async (lines) => {
        const text = lines.join('\n');
        for (const specimen of [
          mail(text),
          { kind: 'text', text, links: [] },
          { kind: 'link', url: text },
        ] as Specimen[]) {
          const { messages, links, attachments } = await readSpecimen(specimen, 's1');
          const ids = new Set(messages.map(({ id }) => id));
          for (const { message } of [...links, ...attachments]) if (message) expect(ids).toContain(message);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('mergeEvidence', () => {
  test('keeps order, and each observable and gap once', () => {
    const part = (name: string) =>
      evidence({
        links: [link(`http://${name}.test/`)],
        observables: [
          { kind: 'domain', value: 'a.test' },
          { kind: 'domain', value: `${name}.test` },
        ],
        gaps: [{ what: 'authentication', why: 'missing', blinding: false }],
      });
    const merged = mergeEvidence([part('b'), part('c')]);
    expect(merged.links.map(({ parts }) => parts.host)).toEqual(['b.test', 'c.test']);
    expect(merged.observables.map(({ value }) => value)).toEqual(['a.test', 'b.test', 'c.test']);
    expect(merged.gaps).toHaveLength(1);
  });

  test('says what it leaves out', () => {
    const merged = mergeEvidence([
      evidence({
        links: Array.from({ length: 2_001 }, (_, at) => link(`http://a.test/${at}`)),
        attachments: Array.from({ length: 201 }, (_, at) => attachment(`${at}.txt`)),
      }),
    ]);
    expect([merged.links.length, merged.attachments.length]).toEqual([2_000, 200]);
    expect(merged.gaps.map(({ what, why, blinding }) => [what, why, blinding])).toEqual([
      ['link', 'too-many', true],
      ['attachment', 'too-many', true],
    ]);
  });
});

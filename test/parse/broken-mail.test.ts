import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../src/model.ts';
import { readSpecimen } from '../../src/parse/read.ts';

/** Mail that breaks the rules and that clients show all the same: what they show has to be seen. */

const read = (mail: string | Buffer): Promise<Evidence> =>
  readSpecimen({ kind: 'mail', bytes: typeof mail === 'string' ? Buffer.from(mail, 'latin1') : mail }, 's1');
const HEAD = 'From: a@evil.test\r\nSubject: x\r\n';
const LURE = '<p>Please verify your account <a href="https://evil.test/x">here</a></p>';
const base64 = Buffer.from(LURE.repeat(3)).toString('base64');
const MIXED = `${HEAD}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n`;
const part = `Content-Type: text/html\r\n\r\n${LURE}\r\n`;

const SHOWN: [what: string, mail: string][] = [
  ['no final boundary', `${MIXED}--b\r\n${part}`],
  [
    'a boundary in another case of quotes',
    `${HEAD}Content-Type: multipart/mixed; boundary='b'\r\n\r\n--'b'\r\n${part}--'b'--`,
  ],
  ['a boundary with blanks behind it', `${MIXED}--b   \r\n${part}--b--`],
  ['a boundary that is not the one named', `${MIXED}--other\r\n${part}--other--`],
  ['no boundary named', `${HEAD}Content-Type: multipart/mixed\r\n\r\n--b\r\n${part}--b--`],
  ['an empty boundary', `${HEAD}Content-Type: multipart/mixed; boundary=""\r\n\r\n--b\r\n${part}--b--`],
  ['two boundaries named', `${HEAD}Content-Type: multipart/mixed; boundary=a; boundary=b\r\n\r\n--b\r\n${part}--b--`],
  ['a multipart without any boundary in the body', `${MIXED}${LURE}`],
  ['no MIME-Version', `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n${part}--b--`],
  ['a byte-order mark and a blank line', `\xef\xbb\xbf\r\n${HEAD}Content-Type: text/html\r\n\r\n${LURE}`],
  ['line ends of CR only', `${MIXED}--b\r\n${part}--b--`.replaceAll('\r\n', '\r')],
  ['line ends that change', `${HEAD}Content-Type: text/html\n\r\n${LURE}`],
  [
    'a fold without a blank',
    `From: a@evil.test\r\nSubject: x\r\nX-Long: one\r\ntwo three\r\nContent-Type: text/html\r\n\r\n${LURE}`,
  ],
  ['a fold of nothing but blanks', `${HEAD}X-Long: one\r\n  \r\n two\r\nContent-Type: text/html\r\n\r\n${LURE}`],
  ['a blank before the colon', `From : a@evil.test\r\nSubject : x\r\nContent-Type : text/html\r\n\r\n${LURE}`],
  ['a type in capitals, with junk', `${HEAD}CONTENT-TYPE: TEXT/HTML;;; x=; =y; charset\r\n\r\n${LURE}`],
  ['a type of nonsense', `${HEAD}Content-Type: html\r\n\r\n${LURE}`],
  ['an empty type', `${HEAD}Content-Type:\r\n\r\n${LURE}`],
  ['two types', `${HEAD}Content-Type: text/html\r\nContent-Type: text/plain\r\n\r\n${LURE}`],
  [
    'base64 with junk in it',
    `${HEAD}Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n ${base64.replace(/.{20}/g, '$& \r\n!*')}`,
  ],
  [
    'base64 cut short',
    `${HEAD}Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64.slice(0, 151)}`,
  ],
  [
    'base64 ended and begun again',
    `${HEAD}Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from('<p>a</p>').toString('base64')}\r\n${base64}`,
  ],
  [
    'an encoding with junk behind it',
    `${HEAD}Content-Type: text/html\r\nContent-Transfer-Encoding: base64 (x)\r\n\r\n${base64}`,
  ],
  ['an encoding in quotes', `${HEAD}Content-Type: text/html\r\nContent-Transfer-Encoding: "base64"\r\n\r\n${base64}`],
  ['an encoding of nonsense', `${HEAD}Content-Type: text/html\r\nContent-Transfer-Encoding: 7-bit\r\n\r\n${LURE}`],
  [
    'two encodings',
    `${HEAD}Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\nContent-Transfer-Encoding: 7bit\r\n\r\n${base64}`,
  ],
  [
    'soft breaks with blanks, and codes that are none',
    `${HEAD}Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>Please =  \r\nverify=20your acc=\r\nount =ZZ =\r\n<a href=3D"https://ev=\r\nil.test/x">he=72e</a></p>=`,
  ],
  ['a zero byte', `${HEAD}Content-Type: text/html\r\n\r\n\0${LURE}`],
];

describe('is read as clients show it', () => {
  test.each(SHOWN)('%s', async (_, mail) => {
    const { messages, links } = await read(mail);
    expect(messages[0]?.from?.address).toBe('a@evil.test');
    expect(
      messages
        .map(({ text }) => text)
        .join('\n')
        .replace(/\s+/g, ' '),
    ).toMatch(/Please verify your account/);
    // Shown as source where no type is left: then the address runs on into the markup.
    expect(links.map(({ url }) => url.split('"')[0])).toContain('https://evil.test/x');
  });
});

describe('duplicates', () => {
  test('of a header are all kept, the first is shown', async () => {
    const { messages } = await read('From: a@evil.test\r\nFrom: b@b.test\r\nSubject: one\r\nSubject: two\r\n\r\nx');
    expect(messages[0]).toMatchObject({ from: { address: 'a@evil.test' }, subject: 'one', senders: [{}, {}] });
  });
});

describe('files in the text itself', () => {
  const uu = ['begin 644 invoice.html', ...lines(`<html>${LURE}</html>`), '`', 'end'].join('\r\n');

  test('uuencoded are attachments, and the words around them stay', async () => {
    const { messages, attachments, links } = await read(`${HEAD}\r\nSee the bill.\r\n\r\n${uu}\r\n\r\nRegards`);
    expect(messages[0]?.text).toMatch(/^See the bill\.\s+Regards$/);
    expect(attachments).toMatchObject([{ name: 'invoice.html', type: 'html', message: 's1-m1' }]);
    expect(links.map(({ url }) => url)).toContain('https://evil.test/x');
  });

  test('a sentence that begins with "begin" is none', async () => {
    const text = 'begin 644 with the form\r\nand end\r\nhere';
    expect(await read(`${HEAD}\r\n${text}`)).toMatchObject({
      attachments: [],
      messages: [{ text: text.replaceAll('\r\n', '\n') }],
    });
  });

  function lines(text: string): string[] {
    const bytes = Buffer.from(text);
    const out: string[] = [];
    for (let at = 0; at < bytes.length; at += 45) {
      const piece = bytes.subarray(at, at + 45);
      let line = String.fromCharCode(32 + piece.length);
      for (let from = 0; from < piece.length; from += 3) {
        const [a = 0, b = 0, c = 0] = piece.subarray(from, from + 3);
        for (const six of [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63])
          line += six === 0 ? '`' : String.fromCharCode(32 + six);
      }
      out.push(line);
    }
    return out;
  }
});

test('parts nested without end are a gap', async () => {
  let body = part;
  for (let at = 0; at < 300; at += 1)
    body = `Content-Type: multipart/mixed; boundary=n${at}\r\n\r\n--n${at}\r\n${body}--n${at}--\r\n`;
  const before = performance.now();
  const { gaps, links, messages } = await read(`${HEAD}${body}`);
  expect(performance.now() - before).toBeLessThan(4_000);
  expect(messages).toHaveLength(1);
  const seen = links.some(({ url }) => url === 'https://evil.test/x');
  expect(seen || gaps.some(({ blinding }) => blinding)).toBe(true);
});

import { describe, expect, test } from 'vitest';
import { explainGap, textOf } from '../../src/explain.ts';
import type { Evidence } from '../../src/model.ts';
import { readSpecimen } from '../../src/parse/read.ts';
import { enveloped, signed } from '../helpers/sealed.ts';

const HEAD =
  'From: Bank <service@bank.test>\r\nTo: grace@hospital.example\r\nSubject: Invoice\r\nMIME-Version: 1.0\r\n';
const PART = 'Content-Type: text/html; charset=utf-8\r\n\r\n<p>Pay the fee <a href="https://evil.test/x">here</a></p>';

const read = (mail: string): Promise<Evidence> => readSpecimen({ kind: 'mail', bytes: Buffer.from(mail) }, 's1');
const opaque = (bytes: Buffer, type = 'application/pkcs7-mime; smime-type=signed-data'): string =>
  `${HEAD}Content-Type: ${type}; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=smime.p7m\r\n\r\n${bytes.toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n`;
const ENCRYPTED = { what: 'mail', why: 'encrypted', blinding: true };

describe('a signed mail', () => {
  test.each([
    ['in one piece', signed(PART)],
    ['as a stream', signed(PART, { streamed: true })],
    [
      'twice over',
      signed(
        `Content-Type: application/pkcs7-mime; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\n${signed(PART).toString('base64')}\r\n`,
      ),
    ],
  ])('has its words taken out of the container: %s', async (_, container) => {
    const { messages, links, attachments, gaps } = await read(opaque(container));
    expect(gaps).toEqual([]);
    expect(attachments).toEqual([]);
    expect(messages).toMatchObject([
      { from: { address: 'service@bank.test' }, subject: 'Invoice', text: 'Pay the fee here' },
    ]);
    expect(links).toMatchObject([{ source: 'anchor', url: 'https://evil.test/x', message: 's1-m1' }]);
  });

  test('with its signature beside the words is read, and the signature is no attachment', async () => {
    const mail = `${HEAD}Content-Type: multipart/signed; protocol="application/pkcs7-signature"; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nGood day\r\n--b\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=smime.p7s\r\n\r\n${signed().toString('base64')}\r\n--b--`;
    expect(await read(mail)).toMatchObject({ messages: [{ text: 'Good day' }], attachments: [], gaps: [] });
  });

  test('whose container is cut or changed never throws', async () => {
    const whole = signed(PART, { streamed: true });
    for (let at = 0; at < whole.length; at += 1) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0xa5;
      await read(opaque(bytes));
      const { gaps, messages } = await read(opaque(whole.subarray(0, at)));
      expect(at < 30 || gaps.some(({ why, blinding }) => blinding && why !== 'error')).toBe(true);
      expect(messages).toHaveLength(1);
    }
    const deep = Buffer.concat([
      Buffer.from('308006092a864886f70d010702', 'hex'),
      Buffer.alloc(1_000_000, Buffer.from('a080', 'hex')),
    ]);
    const before = performance.now();
    expect((await read(opaque(deep))).gaps.length).toBeGreaterThan(0);
    expect(performance.now() - before).toBeLessThan(3_000);
  });
});

test('a signed document is looked into, a signed mail among attachments is read', async () => {
  const lone = (bytes: Buffer, name: string) => readSpecimen({ kind: 'file', bytes, name }, 's1');
  const page = await lone(signed('<html><a href="https://evil.test/d">x</a></html>'), 'bill.html.p7m');
  expect(page).toMatchObject({ attachments: [{ type: 'p7m' }], gaps: [] });
  expect(page.links.map(({ url }) => url)).toEqual(['https://evil.test/d']);
  const mail = await lone(signed(PART), 'smime.p7m');
  expect(mail).toMatchObject({ messages: [{ text: 'Pay the fee here' }], gaps: [] });
});

describe('what only the recipient can open is said, and never taken for clean', () => {
  test('S/MIME', async () => {
    const { gaps, attachments } = await read(opaque(enveloped(), 'application/pkcs7-mime; smime-type=enveloped-data'));
    expect(gaps).toEqual([{ ...ENCRYPTED, name: 'smime.p7m' }]);
    expect(attachments).toMatchObject([{ type: 'p7m', traits: [] }]);
  });

  const armour = `-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA${'A'.repeat(59)}\r\n=abcd\r\n-----END PGP MESSAGE-----\r\n`;

  test('PGP as parts of its own', async () => {
    const mail = `${HEAD}Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b\r\n\r\n--b\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b\r\nContent-Type: application/octet-stream; name=encrypted.asc\r\n\r\n${armour}--b--`;
    const { gaps, attachments } = await read(mail);
    expect(gaps).toEqual([{ ...ENCRYPTED, name: 'encrypted.asc' }]);
    expect(attachments).toMatchObject([{ name: 'encrypted.asc' }]);
  });

  test('PGP within the text; a text that only speaks of it is none', async () => {
    expect((await read(`${HEAD}\r\nHello\r\n\r\n${armour}`)).gaps).toEqual([ENCRYPTED]);
    expect((await read(`${HEAD}\r\nLines between\r\n-----BEGIN PGP MESSAGE-----\r\nand its end`)).gaps).toEqual([]);
  });

  test.each([undefined, 'smime.p7m'])('in whole sentences that say what helps: %s', (name) => {
    const said = textOf(explainGap({ what: 'mail', why: 'encrypted', name, blinding: true }), (value) => value);
    expect(said).toMatch(/^The mail is encrypted.*could not look inside\. .*paste its text/);
  });
});

test('what calls itself a signature and has the name of a page is looked into', async () => {
  const mail = `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b\r\nContent-Type: application/pgp-signature; name=bill.html\r\nContent-Disposition: attachment; filename=bill.html\r\n\r\n<html><a href="https://evil.test/s">x</a></html>\r\n--b--`;
  const { attachments, links } = await read(mail);
  expect(attachments).toMatchObject([{ name: 'bill.html', type: 'html' }]);
  expect(links.map(({ url }) => url)).toEqual(['https://evil.test/s']);
});

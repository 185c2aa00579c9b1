import { deflateSync } from 'node:zlib';
import { toBuffer } from 'qrcode';
import { describe, expect, test, vi } from 'vitest';
import { readFile } from '../../../src/parse/files/read-file.ts';

const look = (bytes: Uint8Array, name = 'a.png') => readFile({ bytes, name, declaredType: '', inline: false });
const links = async (payload: string) => (await look(await toBuffer(payload, { width: 200 }))).links;

function chunk(type: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
}

/** A grey PNG whose header claims the given size; checksums are left empty. */
function png(width: number, height: number, data: Uint8Array): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const magic = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([magic, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

describe('what a code says', () => {
  test('an address', async () => {
    expect(await links('https://evil.example/login?a=1')).toEqual([
      { url: 'https://evil.example/login?a=1', source: 'qr' },
    ]);
  });

  test('a domain without a scheme opens too', async () => {
    expect(await links('evil-bank.com/login')).toEqual([{ url: 'http://evil-bank.com/login', source: 'qr' }]);
  });

  test('an address of an app', async () => {
    expect(await links('weixin://dl/business/?t=abc')).toEqual([{ url: 'weixin://dl/business/?t=abc', source: 'qr' }]);
  });

  test('the address in a contact card is an address as in any text: no telephone opens it', async () => {
    expect(await links('BEGIN:VCARD\nFN:Ada\nURL:https://a.example/\nEND:VCARD')).toEqual([
      { url: 'https://a.example/', source: 'document' },
    ]);
  });

  test.each([
    '00020126430014BR.GOV.BCB.PIX0121nobody@shop-a.example5204000053039865802BR5903Ada6006Lisboa62070503***6304A1B2',
    'BCD\n002\n1\nSCT\nABCDEFGH\nAda Example\nDE02120300000000202051\nEUR12.00\n\n\nwww.shop-a.com',
    'WIFI:T:WPA;S:guest.example.com;P:secret;;',
    'otpauth://totp/Example:ada@a.example?secret=ABC&issuer=example.com',
    'mailto:ada@a.example?subject=www.example.com',
  ])('what is no web link: %j', async (payload) => {
    const content = await look(await toBuffer(payload, { width: 400 }));
    expect(content.links).toEqual([]);
    expect(content.content).toMatch(/^\[QR: /);
  });

  test('a code without an address is content and no link', async () => {
    const content = await look(await toBuffer('ticket 4711', { width: 200 }));
    expect(content).toMatchObject({ links: [], gaps: [], content: 'ticket 4711' });
  });
});

describe('a code that is hard to see', () => {
  const found = async (options: Parameters<typeof toBuffer>[1]) =>
    (await look(await toBuffer('https://evil.example/x', { width: 240, ...options }))).links.map(({ url }) => url);

  test.each([
    ['inverted', '#ffffff', '#000000'],
    ['coloured', '#1a4fd0', '#ffe14d'],
    ['red on a green as bright', '#ff0000', '#008200'],
    ['grey on nearly the same grey', '#c0c0c0', '#c8c8c8'],
    ['black on nothing', '#000000ff', '#00000000'],
  ])('%s', async (_, dark, light) => {
    expect(await found({ color: { dark, light } })).toEqual(['https://evil.example/x']);
  });
});

test('the reader of codes fetches nothing', async () => {
  const fetch = vi.spyOn(globalThis, 'fetch');
  await links('https://evil.example');
  expect(fetch).not.toHaveBeenCalled();
  fetch.mockRestore();
});

test('a picture without a code, or too small for one, is no gap', async () => {
  const blank = png(40, 40, deflateSync(Buffer.alloc(41 * 40)));
  expect(await look(blank)).toMatchObject({ type: 'png', links: [], gaps: [] });
  expect(await look(png(1, 1, Buffer.alloc(0)))).toMatchObject({ type: 'png', gaps: [] });
});

test('a format that cannot be decoded may hold a code: a gap', async () => {
  const webp = Buffer.from('52494646240000005745425056503820', 'hex');
  expect(await look(webp, 'a.webp')).toMatchObject({ type: 'webp', gaps: [{ what: 'picture', why: 'unsupported' }] });
});

describe('hostile', () => {
  test('20,000 × 20,000 pixels in a few kilobytes are never decoded', async () => {
    const before = process.memoryUsage();
    const bytes = png(20_000, 20_000, deflateSync(Buffer.alloc(10_000_000)));
    expect((await look(bytes)).gaps).toEqual([{ what: 'picture', why: 'too-large', name: 'a.png', blinding: true }]);
    expect(process.memoryUsage().arrayBuffers - before.arrayBuffers).toBeLessThan(50_000_000);
  });

  test('a small picture whose data inflates without end is never decoded', async () => {
    const bytes = png(100, 100, deflateSync(Buffer.alloc(50_000_000)));
    expect((await look(bytes)).gaps).toMatchObject([{ what: 'picture', why: 'unreadable' }]);
  });

  test('a JPEG of a thousand passes, and one whose header never comes', async () => {
    const start = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');
    const frame = Buffer.from('ffc0000b0800640064010111', 'hex');
    const passes = Buffer.concat([start, frame, Buffer.from('ffda'.repeat(1_000), 'hex')]);
    expect((await look(passes, 'a.jpg')).gaps).toMatchObject([{ what: 'picture', why: 'unreadable' }]);
    const endless = Buffer.concat([start, Buffer.from('ffe00002'.repeat(5_000), 'hex')]);
    expect((await look(endless, 'a.jpg')).gaps).toMatchObject([{ what: 'picture', why: 'unreadable' }]);
  });

  test('a JPEG that claims 60,000 × 60,000', async () => {
    const bytes = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b08ea60ea60010111', 'hex');
    expect((await look(bytes, 'a.jpg')).gaps).toMatchObject([{ what: 'picture', why: 'too-large' }]);
  });
});

import { describe, expect, test } from 'vitest';
import { decompressRtf } from '../../../src/parse/outlook/compressed-rtf.ts';
import { htmlOfRtf } from '../../../src/parse/outlook/rtf-html.ts';
import { packedHtml, plainRtf } from '../../helpers/outlook.ts';

const head = '{\\rtf1\\ansi\\ansicpg936\\fromhtml1 {\\fonttbl{\\f0\\fcharset134 A;}{\\f1\\fcharset204 B;}}';
const html = (rtf: string): string => htmlOfRtf(Buffer.from(rtf, 'latin1'));

describe('Rich Text', () => {
  test('gives back the HTML that was packed into it', () => {
    const source = '<div style="color:red">a &amp; b <b>{c}</b> d\\e</div>';
    expect(html(packedHtml(source))).toBe(source);
  });

  test('has letters of several encodings and Unicode with its stand-ins', () => {
    const rtf = `${head}\\f0 \\'c3\\'dc\\f1 \\'ef\\f0\\u30721?\\uc2\\u-225 ??x}`;
    expect(html(rtf)).toBe('密п码\uff1fx');
  });

  test('as plain Rich Text keeps words apart from markup', () => {
    expect(html('{\\rtf1 a<b\\par{\\*\\unknown no}{\\info no}{\\b c}}')).toBe('a&lt;b<br>\nc');
  });

  test('broken in its groups still ends', () => {
    expect(html(`${head}}}}}x{{{`)).toContain('x');
    expect(html('')).toBe('');
  });

  test.each([
    ['groups', '{'],
    ['groups that close', '{}'],
    ['words', '\\b0'],
    ['bytes', "\\'c3"],
    ['fonts', '{\\fonttbl{\\f1\\fcharset134 A;}}'],
    ['stars', '{\\*'],
    ['links', '{\\field{\\*\\fldinst HYPERLINK "http://a.test"}{\\fldrslt x'],
    ['backslashes', '\\'],
  ])('two megabytes of %s cost little', (_, piece) => {
    const before = performance.now();
    html(head + piece.repeat(2_000_000 / piece.length));
    html(piece.repeat(2_000_000 / piece.length));
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});

describe('compressed Rich Text', () => {
  test('is unpacked by its dictionary', () => {
    // The worked example of MS-OXRTFCP 3.1: `{\rtf1\ansi\ansicpg1252\pard hello world}` and a line end.
    const packed = Buffer.from(
      '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
      'hex',
    );
    expect(decompressRtf(packed)?.toString('latin1')).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n');
  });

  test('that never ends, or is none, is cut or refused', () => {
    expect(decompressRtf(plainRtf('{\\rtf1 x}'))?.toString()).toBe('{\\rtf1 x}');
    expect(decompressRtf(Buffer.from('nothing of the kind'))).toBeUndefined();
    expect(decompressRtf(Buffer.alloc(3))).toBeUndefined();
    const endless = Buffer.concat([
      Buffer.from('ffffffffffffffff4c5a467500000000', 'hex'),
      Buffer.alloc(2_000_000, 0x0f),
    ]);
    expect(decompressRtf(endless)?.length ?? 0).toBeLessThanOrEqual(8 * 1024 * 1024);
  });
});

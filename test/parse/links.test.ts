import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findLinks, makeLink } from '../../src/parse/links.ts';

const urls = (text: string) => findLinks(text).urls.map(({ url }) => url);

describe('URLs in text', () => {
  test.each([
    ['plain', 'Go to https://a.example/p?q=1#f.', ['https://a.example/p?q=1#f']],
    ['with user information', 'http://bank.example@evil.example/', ['http://bank.example@evil.example/']],
    ['bare domain', 'see bit.ly/abc, thanks', ['http://bit.ly/abc']],
    ['bare www on any ending', 'www.evil.example/x', ['http://www.evil.example/x']],
    ['numbers for a host', 'http://2130706433/ http://[::1]/x', ['http://2130706433/', 'http://[::1]/x']],
    ['glued to Chinese', '请访问a.com/x，谢谢', ['http://a.com/x']],
    ['Chinese behind it', '看https://a.example/p请点，', ['https://a.example/p']],
    ['Chinese right behind the host', 'https://evil.com请点击', ['https://evil.com']],
    ['Chinese host', 'http://例子.中国/路径', ['http://例子.中国/路径']],
    ['ideographic full stop in a host', 'evil。com', ['http://evil.com']],
    ['ideographic full stop behind it', 'http://a.example。请', ['http://a.example']],
    ['full-width letters', 'ｈｔｔｐｓ：／／ｅｖｉｌ．ｃｏｍ/x', ['https://evil.com/x']],
    ['invisible characters', 'https://ev\u200bil\u00ad.com/a', ['https://evil.com/a']],
    ['a share', 'open \\\\files.evil.example\\docs\\a.lnk', ['file://files.evil.example/docs/a.lnk']],
    ['odd schemes', 'search-ms:query=x javascript:alert(1)', ['search-ms:query=x', 'javascript:alert(1)']],
    ['a file name', 'open setup.zip and read.md', []],
    ['prose', 'bacon (and eggs). dot. data: see below', []],
  ])('%s', (_, text, expected) => {
    expect(urls(text)).toEqual(expected);
  });

  test.each([
    ['hxxps://evil[.]example/login', 'https://evil.example/login'],
    ['hXXp://a(dot)b{.}example', 'http://a.b.example'],
    ['h**ps://evil.com/', 'https://evil.com/'],
    ['http[:]//evil.com', 'http://evil.com'],
    ['hxxp[://]evil.com', 'http://evil.com'],
    ['http:///evil.com/x', 'http://evil.com/x'],
    ['http:\\\\evil.com', 'http://evil.com'],
    ['evil [.] example [.] com/x', 'http://evil.example.com/x'],
    ['evil\\.com/x', 'http://evil.com/x'],
    ['evil[punto]com/x', 'http://evil.com/x'],
    ['evil[.]example/path', 'http://evil.example/path'],
    ['https://[www].evil.com', 'https://www.evil.com'],
  ])('refangs %s and remembers how it stood', (text, expected) => {
    expect(findLinks(`look: ${text} now`).urls).toEqual([{ url: expected, original: text }]);
  });

  test('finds mail addresses apart from links', () => {
    expect(findLinks('bob[at]evil[.]com or mailto:Eve@evil.com')).toMatchObject({
      urls: [],
      addresses: ['bob@evil.com', 'eve@evil.com'],
    });
  });

  test.each([
    ['dots', 'a.'.repeat(1_000_000)],
    ['schemes', 'http://'.repeat(30_000)],
    ['brackets', '['.repeat(200_000)],
    ['fangs', 'a[.]'.repeat(50_000)],
    ['odd schemes', 'file:a '.repeat(30_000)],
    ['shares', '\\\\a'.repeat(70_000)],
    ['blanks', ' '.repeat(200_000)],
    ['line ends', '\n'.repeat(200_000)],
  ])('takes less than two seconds for endless %s', (_, text) => {
    const before = performance.now();
    findLinks(text);
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  test('says when a limit cut the text', () => {
    expect(findLinks('a '.repeat(200_000)).cut).toBe(true);
    expect(findLinks('a').cut).toBe(false);
  });

  test('never throws, and every original is a piece of the text', () => {
    const piece = fc.constantFrom(
      'hxxp',
      '://',
      '[.]',
      'evil',
      '.com',
      '。',
      ' ',
      '\u200b',
      '(dot)',
      '@',
      'www.',
      '/',
      '请',
      'ｈ',
      '\\\\',
      '🙂',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme' })), { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        for (const { original } of findLinks(text).urls) expect(text).toContain(original);
      }),
    );
  });
});

describe('makeLink', () => {
  const make = (url: string) => makeLink(url, { id: 'l1', source: 'anchor' });

  test('takes rewriters off and keeps what stood there', () => {
    const wrapped = 'https://eu.safelinks.protection.outlook.com/?url=https%3A%2F%2Fevil.example%2Fx&data=1';
    expect(make(wrapped)).toMatchObject({
      url: 'https://evil.example/x',
      original: wrapped,
      rewriters: ['safelinks'],
      parts: { host: 'evil.example' },
    });
  });

  test.each([
    ['line breaks within', 'https://ev\nil.example/\tx', 'https://evil.example/x'],
    ['without scheme', '//evil.example/x', 'https://evil.example/x'],
    ['bare', 'www.evil.example', 'http://www.evil.example'],
    ['a share', '\\\\evil.example\\x', 'file://evil.example/x'],
  ])('reads as a client would: %s', (_, written, expected) => {
    expect(make(written)?.url).toBe(expected);
  });

  test.each(['mailto:a@b.example', 'tel:123', 'cid:logo', '#top', '', 'login.php', '/path', 'http://'])(
    'makes nothing of %s',
    (written) => {
      expect(make(written)).toBeUndefined();
    },
  );

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///c:/x',
    'ms-word:ofe|u|http://evil.example/a',
    'search-ms:query=x',
  ])('keeps the odd scheme of %s', (written) => {
    expect(make(written)?.parts.scheme).toBe(written.split(':')[0]);
  });
});

describe('mail addresses on endings that nobody registers', () => {
  test('are addresses as a whole, and their first half is no site', () => {
    const { urls } = findLinks('Dear jonas.weber@hospital.internal, write to maria.me@clinic.example today.');
    expect(urls).toEqual([]);
  });

  test('hide no site that stands beside an at-sign', () => {
    const { urls } = findLinks('evil.com @ the desk, and https://evil.me@harmless.example/x');
    expect(urls.map(({ url }) => url)).toEqual(['http://evil.com', 'https://evil.me@harmless.example/x']);
  });
});

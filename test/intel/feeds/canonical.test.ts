import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, canonicalUrl } from '../../../src/intel/feeds/canonical.ts';

const text = (url: string): string => {
  const found = canonicalUrl(url);
  return found ? `${found.host}${found.path}${found.query}` : '';
};

describe('the canonical form of a web address', () => {
  it.each([
    ['http://evil.example', 'evil.example/'],
    ['https://EVIL.example:8443/Login#top', 'evil.example/Login'],
    ['http://user:pass@evil.example/a', 'evil.example/a'],
    ['http://evil.example./a', 'evil.example/a'],
    ['http://..evil...example./a', 'evil.example/a'],
    ['http://evil.example/a/../b/./c//d', 'evil.example/b/c/d'],
    ['http://evil.example/%61%2562', 'evil.example/ab'],
    ['http://evil.example/a%252e%252e/%25252e%25252e/b', 'evil.example/b'],
    ['http://evil.example/a b', 'evil.example/a%20b'],
    ['http://evil.example/%e4%bd%a0', 'evil.example/%E4%BD%A0'],
    ['http://evil.example/你', 'evil.example/%E4%BD%A0'],
    ['http://evil.example/100%', 'evil.example/100%25'],
    ['http://evil.example/?', 'evil.example/'],
    ['http://evil.example/?q=%2561', 'evil.example/?q=a'],
    ['http://bücher.example/', 'xn--bcher-kva.example/'],
    ['http://3221225985/', '192.0.2.1/'],
    ['http://0xc0.0.0x2.1/', '192.0.2.1/'],
    ['http://[::ffff:192.0.2.1]/x', '192.0.2.1/x'],
    ['http://[2001:DB8:0:0::1]/x', '2001:db8::1/x'],
  ])('of %s is %s', (url, expected) => {
    expect(text(url)).toBe(expected);
  });

  it.each([
    'ftp://evil.example/',
    'javascript:alert(1)',
    'evil.example',
    '',
    'http://',
    `http://e.example/${'a'.repeat(9000)}`,
  ])('does not exist for %j', (url) => {
    expect(canonicalUrl(url)).toBeUndefined();
  });

  const segment = fc.stringMatching(/^[\w~!@$&'()*+,;=:-]{1,12}$/);
  const path = fc.array(segment, { maxLength: 6 }).map((parts) => `/${parts.join('/')}`);

  it('is its own canonical form', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const once = text(url);
        fc.pre(once !== '');
        expect(text(`http://${once.replace(/^([\da-f:]+:[\da-f:.]*)(?=\/)/, '[$1]')}`)).toBe(once);
      }),
    );
  });

  it('is the same however often the path is escaped', () => {
    fc.assert(
      fc.property(path, fc.integer({ min: 1, max: 4 }), (plain, rounds) => {
        let hidden = plain.replace(/[^/]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
        for (let round = 1; round < rounds; round += 1) hidden = hidden.replaceAll('%', '%25');
        expect(text(`http://evil.example${hidden}`)).toBe(text(`http://evil.example${plain}`));
      }),
    );
  });

  it('does not hang on what is escaped without end', () => {
    expect(text(`http://evil.example/%${'25'.repeat(3000)}41`)).toMatch(/^evil\.example\/%/);
  });
});

describe('an address', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:DB8::0:1', '2001:db8::1'],
    ['1.2', undefined],
    ['evil.example', undefined],
    ['999.1.1.1', undefined],
  ])('%s has the one form %s', (given, expected) => {
    expect(addressOf(given)).toBe(expected);
  });
});

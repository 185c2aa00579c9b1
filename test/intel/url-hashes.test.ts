import { describe, expect, it } from 'vitest';
import { expressionsOf, urlHashes } from '../../src/intel/url-hashes.ts';

describe('the expressions of a URL', () => {
  it('are its hosts with its paths, as Safe Browsing describes them', () => {
    expect(expressionsOf('http://a.b.evil.test/1/2.html?param=1').sort()).toEqual(
      [
        'a.b.evil.test/1/2.html?param=1',
        'a.b.evil.test/1/2.html',
        'a.b.evil.test/',
        'a.b.evil.test/1/',
        'b.evil.test/1/2.html?param=1',
        'b.evil.test/1/2.html',
        'b.evil.test/',
        'b.evil.test/1/',
        'evil.test/1/2.html?param=1',
        'evil.test/1/2.html',
        'evil.test/',
        'evil.test/1/',
      ].sort(),
    );
  });

  it('leave out the middle of a host with many labels', () => {
    const hosts = new Set(expressionsOf('http://a.b.c.d.e.f.evil.test/').map((text) => text.split('/')[0]));
    expect([...hosts]).toEqual([
      'a.b.c.d.e.f.evil.test',
      'd.e.f.evil.test',
      'e.f.evil.test',
      'f.evil.test',
      'evil.test',
    ]);
  });

  it('take a numeric host as it is', () => {
    expect(expressionsOf('http://192.0.2.1/1/')).toEqual(['192.0.2.1/1/', '192.0.2.1/']);
  });

  it.each([
    ['escapes, however deep', 'http://evil.test/%25%32%35', 'evil.test/%25'],
    ['an escaped hash sign', 'http://evil.test/a%23b', 'evil.test/a%23b'],
    ['doubled slashes', 'http://evil.test//twice//more', 'evil.test/twice/more'],
    ['user, port and fragment', 'http://user:pass@EVIL.test:8080/x#frag', 'evil.test/x'],
    ['dots', 'http://evil.test./a/../b', 'evil.test/b'],
    ['a trailing question mark', 'http://evil.test/?', 'evil.test/'],
  ])('are free of %s', (_, url, first) => {
    expect(expressionsOf(url)[0]).toBe(first);
  });

  it('are at most thirty', () => {
    expect(urlHashes('http://a.b.c.d.e.f.evil.test/1/2/3/4/5/6.html?a=b')).toHaveLength(30);
  });

  it.each(['mailto:a@evil.test', 'javascript:alert(1)', 'no address', ''])('are none for %j', (text) => {
    expect(urlHashes(text)).toEqual([]);
  });
});

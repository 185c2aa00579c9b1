import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expressionsOf } from '../../../src/intel/feeds/expressions.ts';
import { keyNumbers, type ListedKind, listedKey } from '../../../src/intel/feeds/keys.ts';
import type { Observable } from '../../../src/model.ts';

/** Whether a list that names one thing knows another. */
function matches(kind: ListedKind, listed: string, seen: Observable): boolean {
  const key = listedKey(kind, listed);
  expect(key, listed).toBeDefined();
  return expressionsOf(seen).some((expression) => expression.key === key);
}
const url = (value: string): Observable => ({ kind: 'url', value });
const domain = (value: string): Observable => ({ kind: 'domain', value });

describe('a listed link', () => {
  it.each([
    ['http://evil.example/login', 'https://evil.example/login?user=1#x'],
    ['http://evil.example/login?id=1', 'http://evil.example/login?id=1'],
    ['http://evil.example/kit/', 'http://evil.example/kit/step2/card.php'],
    ['http://evil.example/', 'http://www.evil.example/anything'],
    ['http://evil.example:8080/a', 'http://evil.example/a'],
    ['http://evil.github.io/', 'https://evil.github.io/login'],
    ['http://192.0.2.1/a', 'http://3221225985/a'],
  ])('%s is known in %s', (listed, seen) => {
    expect(matches('url', listed, url(seen))).toBe(true);
  });

  it.each([
    ['http://evil.example/login', 'http://evil.example/'],
    ['http://evil.example/login', 'http://evil.example/login2'],
    ['http://evil.example/login?id=1', 'http://evil.example/login?id=2'],
    ['http://evil.example/login?id=1', 'http://evil.example/login'],
    ['http://evil.github.io/login', 'http://honest.github.io/login'],
    ['http://github.io/', 'http://honest.github.io/'],
    ['http://www.evil.example/', 'http://evil.example/'],
    ['http://co.uk/', 'http://honest.co.uk/'],
  ])('%s is not known in %s', (listed, seen) => {
    expect(matches('url', listed, url(seen))).toBe(false);
  });
});

describe('a listed domain', () => {
  it('is known in its links, its hosts and itself, and not above', () => {
    expect(matches('domain', 'Evil.Example', url('https://a.b.evil.example/x'))).toBe(true);
    expect(matches('domain', '*.evil.example', domain('a.evil.example'))).toBe(true);
    expect(matches('domain', 'evil.example.', domain('evil.example'))).toBe(true);
    expect(matches('domain', 'a.evil.example', domain('evil.example'))).toBe(false);
    expect(matches('domain', 'evil.example', domain('notevil.example'))).toBe(false);
  });

  it('under a shared host is nobody else’s, and a shared host is nobody’s page', () => {
    expect(matches('domain', 'evil.github.io', domain('evil.github.io'))).toBe(true);
    expect(matches('domain', 'evil.github.io', domain('honest.github.io'))).toBe(false);
    expect(matches('domain', 'github.io', domain('honest.github.io'))).toBe(false);
    const beyond = (host: string) => host === 'sites.example';
    expect(expressionsOf(domain('a.sites.example'), beyond).map(({ matched }) => matched)).toEqual(['a.sites.example']);
  });

  it('is found however many labels stand in front', () => {
    expect(matches('domain', 'evil.example', url(`https://${'a.'.repeat(60)}evil.example/`))).toBe(true);
  });

  it.each(['com', 'localhost', 'a b.example', '', '-'])('cannot be %j', (value) => {
    expect(listedKey('domain', value)).toBeUndefined();
  });
});

describe('a listed range', () => {
  it.each([
    ['192.0.2.0/24', '192.0.2.77', true],
    ['192.0.2.0/24', '192.0.3.1', false],
    ['192.0.2.77', '192.0.2.77', true],
    ['192.0.2.78/31', '192.0.2.79', true],
    ['2001:db8:1::/48', '2001:db8:1:2::3', true],
    ['2001:db8:1::/48', '2001:db8:2::3', false],
    ['::ffff:192.0.2.0/120', '192.0.2.9', true],
  ])('%s and %s: %s', (listed, seen, expected) => {
    expect(matches('ip', listed, { kind: 'ip', value: seen })).toBe(expected);
  });

  it('is known in links to it', () => {
    expect(matches('ip', '192.0.2.0/24', url('http://192.0.2.9/login'))).toBe(true);
  });

  it.each([
    '0.0.0.0/0',
    '11.0.0.0/7',
    '192.168.0.0/16',
    '10.1.2.3',
    '127.0.0.1',
    '::1',
    '2000::/3',
    '192.0.2.0/33',
    '192.0.2.0/x',
  ])('cannot be %s', (value) => {
    expect(listedKey('ip', value)).toBeUndefined();
  });

  it('holds exactly the addresses whose first bits are its own', () => {
    fc.assert(
      fc.property(fc.nat(255), fc.nat(255), fc.integer({ min: 24, max: 32 }), (network, host, bits) => {
        const same = network >>> (32 - bits) === host >>> (32 - bits);
        expect(matches('ip', `192.0.2.${network}/${bits}`, { kind: 'ip', value: `192.0.2.${host}` })).toBe(same);
      }),
    );
  });
});

describe('other things', () => {
  it('a file is known by each of its digests', () => {
    const file: Observable = { kind: 'sha256', value: 'a'.repeat(64), alsoKnownAs: ['b'.repeat(32), 'c'.repeat(40)] };
    for (const digest of ['A'.repeat(64), 'b'.repeat(32), 'C'.repeat(40)])
      expect(matches('hash', digest, file)).toBe(true);
    expect(matches('hash', 'd'.repeat(32), file)).toBe(false);
    expect(listedKey('hash', 'a'.repeat(33))).toBeUndefined();
  });

  it('a mailbox is known whatever the case', () => {
    expect(matches('address', 'Bad@Evil.example', { kind: 'address', value: 'bad@evil.example' })).toBe(true);
    expect(listedKey('address', 'a@b@c.example')).toBeUndefined();
  });

  it('keys of different kinds never meet, and their numbers are whole', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { hash, more } = keyNumbers(text);
        expect(Number.isSafeInteger(hash) && hash >= 0 && more >= 0 && more < 2 ** 32).toBe(true);
      }),
    );
    expect(listedKey('url', 'http://evil.example/')).not.toBe(listedKey('domain', 'evil.example'));
  });

  it('a report’s links ask a bounded number of questions', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (value) => {
        expect(expressionsOf(url(value)).length).toBeLessThanOrEqual(6 * 6 + 6);
      }),
    );
  });
});

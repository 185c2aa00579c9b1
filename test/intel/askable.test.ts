import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openGuard } from '../../src/intel/askable.ts';
import type { Observable } from '../../src/model.ts';
import { registrable } from '../../src/parse/url.ts';
import { evidence, knowledge, mailbox, message } from '../helpers/evidence.ts';

const AISHA = 'aisha.khan@hospital.example';
const house = {
  ...knowledge(),
  organisation: {
    domains: ['hospital.example'],
    names: ['Riverside Hospital'],
    vips: [{ name: 'Ada Chen', addresses: ['ada.chen@hospital.example'] }],
    authservIds: [],
  },
};
const mail = evidence({ messages: [message({ to: [AISHA], forwardedBy: mailbox('lin.wu@hospital.example') })] });
const guard = openGuard(house, mail);
const url = (value: string) => guard({ kind: 'url', value });
const domain = (value: string) => guard({ kind: 'domain', value });

describe('what may be asked of a link', () => {
  it('is its page, where the path reads like one', () => {
    expect(url('https://evil.test/wp-content/sign-in/office365.html')?.url).toBe(
      'https://evil.test/wp-content/sign-in/office365.html',
    );
  });

  it('is without query, fragment and user', () => {
    expect(url('https://me:pw@evil.test/login?id=7#top')?.url).toBe('https://evil.test/login');
  });

  it('is only its hashes where nothing but a query told it apart', () => {
    expect(Object.keys(url('https://evil.test/?u=abc') ?? {})).toEqual(['urlHashes']);
  });

  it.each([
    ['an address', `https://evil.test/u/${AISHA}/`],
    ['an escaped address', `https://evil.test/u/${encodeURIComponent(AISHA)}`],
    ['an address escaped twice', `https://evil.test/u/${encodeURIComponent(encodeURIComponent(AISHA))}`],
    ['an address in base64', `https://evil.test/u/${Buffer.from(AISHA).toString('base64url')}`],
    ['an address in hex', `https://evil.test/u/${Buffer.from(AISHA).toString('hex')}`],
    ['a stranger’s address in base64', `https://evil.test/u/${Buffer.from('x@y.example').toString('base64')}`],
    ['a recipient’s name', 'https://evil.test/for/aisha.khan'],
    ['a recipient’s name, written otherwise', 'https://evil.test/for/aisha-khan/offer'],
    ['the forwarder’s name', 'https://evil.test/lin.wu'],
    ['the name of a person of rank', 'https://evil.test/AdaChen'],
    ['a token', 'https://evil.test/t/9f8a7b6c5d'],
    ['a UUID', 'https://evil.test/t/3f2504e0-4f89-11d3-9a0c-0305e82c3301'],
    ['a number of a customer', 'https://evil.test/c/20458813'],
    ['a name in the host', 'https://aisha-khan.evil.test/login'],
    ['a token in the host', 'https://9f8a7b6c5d.evil.test/login'],
    ['a short link, which is a token by nature', 'https://bit.ly/parcel'],
  ])('never holds %s', (_, text) => {
    expect(url(text)?.url).toBeUndefined();
  });
});

describe('what may be asked of a host', () => {
  it('is the host, and the name that somebody registered', () => {
    expect(domain('login.evil.test')).toEqual({ host: 'login.evil.test', site: 'evil.test' });
    expect(domain('somebody.github.io')).toEqual({ host: 'somebody.github.io', site: 'somebody.github.io' });
  });

  it('is only the registered name where its front could tell of a person', () => {
    expect(domain('aisha-khan.evil.test')).toEqual({ host: 'evil.test', site: 'evil.test' });
    expect(domain('a8f7c6d5e4.evil.test')).toEqual({ host: 'evil.test', site: 'evil.test' });
  });

  it.each([
    ['our own', 'hospital.example'],
    ['a machine of our own', 'portal.hospital.example'],
    ['a name without a dot', 'intranet'],
    ['a name inside', 'printer.local'],
    ['a router', 'router.home.arpa'],
    ['an onion', 'abc.onion'],
    ['a well-known site', 'google.com'],
    ['a host that many share', 'github.io'],
    ['a service that sends mail for others', 'sendgrid.net'],
  ])('is nothing for %s', (_, host) => {
    expect(domain(host)).toBeUndefined();
    expect(url(`https://${host}/x`)?.url).toBeUndefined();
  });
});

describe('numbers', () => {
  it.each(['192.0.2.7', '2606:4700::1111'])('may be asked about: %s', (value) => {
    expect(guard({ kind: 'ip', value })).toEqual({ ip: value });
  });

  it.each([
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '127.0.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '::1',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    'no number',
  ])('stay here: %s', (value) => {
    expect(guard({ kind: 'ip', value })).toBeUndefined();
  });
});

describe('other things', () => {
  it('addresses of mail are never asked about', () => {
    expect(guard({ kind: 'address', value: 'crook@evil.test' })).toBeUndefined();
  });

  it('files are asked about by their hash', () => {
    expect(guard({ kind: 'sha256', value: 'a'.repeat(64) })).toEqual({ sha256: 'a'.repeat(64) });
    expect(guard({ kind: 'sha256', value: 'secret text' })).toBeUndefined();
  });
});

describe('whatever the link', () => {
  const word = fc.stringMatching(/^[a-z]{1,7}$/);
  const person = fc
    .tuple(fc.stringMatching(/^[a-z]{3,9}$/), fc.stringMatching(/^[a-z]{3,9}$/), fc.constantFrom('', '.', '_', '+'))
    .map(([first, last, dot]) => `${first}${dot}${last}@clinic.example`);
  const coded = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text.toUpperCase(),
    encodeURIComponent,
    (text) => encodeURIComponent(encodeURIComponent(text)),
    (text) => [...text].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join(''),
    (text) => Buffer.from(text).toString('base64'),
    (text) => Buffer.from(text).toString('base64url'),
    (text) => Buffer.from(`id=${text}`).toString('base64url'),
    (text) => encodeURIComponent(Buffer.from(text).toString('base64')),
    (text) => Buffer.from(text).toString('hex'),
  );
  const token = fc.oneof(
    fc.uuid(),
    fc.stringMatching(/^[0-9a-f]{20,40}$/),
    fc.uint8Array({ minLength: 16, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
    fc.stringMatching(/^\d{7,12}$/),
  );
  const spots = fc.constantFrom<(piece: string, a: string, b: string) => string>(
    (piece, a, b) => `https://evil.test/${a}/${piece}/${b}`,
    (piece, a) => `https://evil.test/${a}/${piece}`,
    (piece, a, b) => `https://evil.test/${a}/${b}?id=${piece}`,
    (piece, a) => `https://evil.test/${a}?${piece}`,
    (piece, a) => `https://evil.test/${a}#${piece}`,
    (piece, a) => `https://${encodeURIComponent(piece)}@evil.test/${a}`,
    (piece, a) => `https://evil.test/${a};${piece}`,
    (piece, a) => `https://evil.test/${a}-${piece}.html`,
  );

  /** Everything that a provider could be handed, but the hashes: of those no one can read anything. */
  const leaving = (observables: Observable[], to: string): string => {
    const ask = openGuard(house, evidence({ messages: [message({ to: [to] })] }));
    return observables
      .flatMap((observable) => {
        const { urlHashes: _, ...rest } = ask(observable) ?? {};
        return Object.values(rest);
      })
      .join('\n');
  };

  it('no recipient’s address leaves, in whatever coding', () => {
    fc.assert(
      fc.property(person, coded, spots, word, word, (address, code, spot, a, b) => {
        const piece = code(address);
        const value = URL.parse(spot(piece, a, b))?.href;
        fc.pre(value !== undefined);
        const left = leaving([{ kind: 'url', value: value ?? '' }], address);
        expect(left.toLowerCase()).not.toContain(piece.toLowerCase());
        expect(left.toLowerCase()).not.toContain(address.split('@')[0]);
      }),
    );
  });

  it('no token leaves', () => {
    fc.assert(
      fc.property(token, spots, word, word, (piece, spot, a, b) => {
        const value = URL.parse(spot(piece, a, b))?.href;
        fc.pre(value !== undefined);
        expect(leaving([{ kind: 'url', value: value ?? '' }], AISHA)).not.toContain(piece);
      }),
    );
  });

  it('no address or token leaves in front of a domain', () => {
    const label = fc.oneof(
      person.map((address) => [address, address.replace(/[^a-z]/g, '-')] as const),
      person.map((address) => [address, Buffer.from(address).toString('hex').slice(0, 60)] as const),
      fc.stringMatching(/^[0-9a-f]{20,40}$/).map((text) => ['', text] as const),
    );
    fc.assert(
      fc.property(label, ([address, front]) => {
        const left = leaving([{ kind: 'domain', value: `${front}.evil.test` }], address);
        expect(left).not.toContain(front);
      }),
    );
  });

  it('what leaves is never our own or a private host', () => {
    const host = fc.oneof(
      fc.domain(),
      fc.ipV4(),
      word.map((text) => `${text}.hospital.example`),
      word,
      word.map((text) => `${text}.internal`),
    );
    fc.assert(
      fc.property(host, word, (name, path) => {
        const value = URL.parse(`http://${name}/${path}`);
        fc.pre(value !== null);
        const asked = url(value?.href ?? '')?.url;
        if (!asked) return;
        const { hostname } = new URL(asked);
        expect(registrable(hostname)).not.toBe('hospital.example');
        expect(hostname).toContain('.');
        expect(hostname).not.toMatch(/^(?:10|127|0|192\.168|169\.254)(?:\.\d+){2,3}$|\.internal$/);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { type Reader, unsubscribeLinks, whyLeftAlone } from '../../../src/intel/expand/left-alone.ts';
import { message } from '../../helpers/evidence.ts';

const reader: Reader = {
  persons: ['aisha.khan@hospital.example', 'aisha.khan', 'aishakhan'],
  unsubscribe: new Set(),
  isShortener: (host) => host === 'short.test',
};
const why = (url: string, shown?: string, parts: Partial<Reader> = {}): string | undefined =>
  whyLeftAlone(new URL(url), { ...reader, ...parts }, shown);

describe('links that are never opened', () => {
  it.each([
    ['unsubscribe', 'https://news.test/unsubscribe'],
    ['unsub', 'https://news.test/unsub/12'],
    ['opt-out', 'https://news.test/opt-out'],
    ['list management', 'https://x.list-manage.test/about'],
    ['preferences', 'https://news.test/email-preferences'],
    ['German', 'https://news.test/newsletter/abmelden'],
    ['French', 'https://news.test/se-desabonner'],
    ['French, escaped', 'https://news.test/d%C3%A9sinscription'],
    ['Spanish', 'https://news.test/darse/de-baja'],
    ['Italian', 'https://news.test/disiscriviti'],
    ['Dutch', 'https://news.test/uitschrijven'],
    ['Chinese', 'https://news.test/%E9%80%80%E8%AE%A2'],
    ['Japanese', 'https://news.test/配信停止'],
  ])('end a subscription: %s', (_, url) => {
    expect(why(url)).toBe('it ends a subscription');
  });

  it('end a subscription by the words on them', () => {
    expect(why('https://news.test/go', 'Click here to unsubscribe')).toBe('it ends a subscription');
    expect(why('https://news.test/go', 'Newsletter abbestellen')).toBe('it ends a subscription');
  });

  it('end a subscription by the mail’s own header', () => {
    const headers = [
      { name: 'list-unsubscribe', value: '<mailto:out@news.test>, <https://news.test/go?n=7>' },
      { name: 'subject', value: '<https://other.test/go>' },
    ];
    const unsubscribe = unsubscribeLinks([message({ headers })]);
    expect(why('https://news.test/go?n=7', '', { unsubscribe })).toBe('it ends a subscription');
    expect(why('https://other.test/go', '', { unsubscribe })).toBeUndefined();
  });

  it.each([
    ['a password reset', 'https://portal.test/reset-password/7'],
    ['a verification', 'https://portal.test/verify?x=1'],
    ['a confirmation', 'https://portal.test/confirm/12'],
    ['an invitation', 'https://portal.test/invite/a1'],
    ['a magic link', 'https://portal.test/magic?x=y'],
    ['a token', 'https://portal.test/open?token=x'],
    ['a code', 'https://portal.test/open?code=x'],
    ['a one-time password', 'https://portal.test/open?otp=x'],
    ['a reset key', 'https://portal.test/open?reset_token=x'],
    ['a reader’s number', 'https://portal.test/open?uid=7'],
    ['a recipient', 'https://portal.test/open?recipient=7'],
    ['an address field', 'https://portal.test/open?email='],
  ])('work once, or for one person: %s', (_, url) => {
    expect(why(url)).toBe('it may work only once, or for one person');
  });

  it.each([
    ['an address', 'https://evil.test/x/aisha.khan@hospital.example'],
    ['an address, escaped', 'https://evil.test/x?to=aisha.khan%40hospital.example'],
    ['an address in base64', `https://evil.test/x/${Buffer.from('aisha.khan@hospital.example').toString('base64url')}`],
    ['an address in the fragment', 'https://evil.test/x#aisha.khan@hospital.example'],
    ['a name in the host', 'https://aisha-khan.evil.test/x'],
    ['a token in the path', 'https://evil.test/t/9f8a7b6c5d4e'],
    ['a UUID', 'https://evil.test/3f2504e0-4f89-11d3-9a0c-0305e82c3301/go'],
    ['a token in the query', 'https://evil.test/x?z=9f8a7b6c5d4e'],
    ['a name behind a short link', 'https://short.test/aisha-khan'],
    [
      'an address behind a short link',
      `https://short.test/${Buffer.from('aisha.khan@hospital.example').toString('hex')}`,
    ],
    ['a token in the query of a short link', 'https://short.test/x?z=9f8a7b6c5d4e'],
  ])('hold what could be one person’s: %s', (_, url) => {
    expect(why(url)).toBe('it holds what could be one person’s');
  });

  it.each([
    'https://evil.test/',
    'https://evil.test/login/start',
    'https://evil.test/verify',
    'https://evil.test/account/confirm-payment',
    'https://evil.test/page?lang=en',
    'https://short.test/3xYz9Ab',
    'https://short.test/aB3dE5fG7h',
    'https://www.evil.test/subscription',
  ])('lets pass %s', (url) => {
    expect(why(url, 'Open the document')).toBeUndefined();
  });

  it('takes a million characters in its stride', () => {
    const started = performance.now();
    why(`https://evil.test/${'unsub'.repeat(1_600)}?${'a=1&'.repeat(1_000)}`, 'x'.repeat(1_000_000));
    expect(performance.now() - started).toBeLessThan(500);
  });
});

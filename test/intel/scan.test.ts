import { describe, expect, it } from 'vitest';
import { urlscanScanner } from '../../src/intel/scan.ts';
import { evidence, knowledge, link, message } from '../helpers/evidence.ts';
import { type Behaviour, standIn } from '../helpers/service.ts';

const NOW = new Date('2026-02-03T04:05:06Z');
const UUID = '0e37e828-a9d9-45c0-ac50-1ca579b86c72';
const known = knowledge();
const KNOWLEDGE = {
  lists: { ...known.lists, shorteners: new Set(['short.test']) },
  organisation: { ...known.organisation, domains: ['hospital.example'] },
};

async function submitting(behaviour: Behaviour) {
  const service = await standIn(() => behaviour);
  const scanner = urlscanScanner('SECRET-KEY', KNOWLEDGE, { base: service.url, now: () => NOW });
  return { service, receipt: await scanner.submit('https://evil.test/login') };
}

describe('urlscan, by a press', () => {
  it('is given a link for a private scan, and its id is the receipt', async () => {
    const { service, receipt } = await submitting({
      json: { uuid: UUID, visibility: 'private', result: 'https://elsewhere.test/', message: 'Submission successful' },
    });
    expect(service.received).toMatchObject([{ method: 'POST', path: '/api/v1/scan/' }]);
    expect(JSON.parse(service.received[0]?.body ?? '')).toEqual({
      url: 'https://evil.test/login',
      visibility: 'private',
    });
    expect(service.received[0]?.headers).toMatchObject({ 'api-key': 'SECRET-KEY', 'content-type': 'application/json' });
    expect(receipt).toEqual({
      provider: 'urlscan, private scan',
      asked: 'https://evil.test/login',
      at: NOW.toISOString(),
      outcome: 'known',
      answer: `private scan: urlscan.io/result/${UUID}/`,
    });
  });

  it('says loudly when the service made it anything but private', async () => {
    const { receipt } = await submitting({ json: { uuid: UUID, visibility: 'public' } });
    expect(receipt.answer).toContain('NOT private but public');
  });

  it('passes on why a link was refused', async () => {
    const { receipt } = await submitting({
      status: 400,
      json: { message: 'DNS Error', description: 'The domain\u202e could not be resolved', status: 400 },
    });
    expect(receipt).toMatchObject({ outcome: 'unknown', answer: 'not scanned: The domain could not be resolved' });
  });

  it.each<[string, Behaviour]>([
    ['that is down', { status: 503, json: {} }],
    ['that refuses the key', { status: 401, json: {} }],
    ['whose quota is used up', { status: 429, json: {} }],
    ['that drops the line', 'drop'],
    ['that redirects', { status: 302, headers: { location: 'https://elsewhere.test/' }, json: {} }],
    ['that answers with a name for an id', { json: { uuid: '<https://evil.test|x>' } }],
  ])('is a receipt of a failure for a service %s', async (_, behaviour) => {
    const { receipt } = await submitting(behaviour);
    expect(receipt.outcome).not.toBe('known');
    expect(JSON.stringify(receipt)).not.toMatch(/SECRET|elsewhere|<https/);
  });
});

describe('what may be scanned', () => {
  const choose = (urls: (string | ReturnType<typeof link>)[]) =>
    urlscanScanner('SECRET-KEY', KNOWLEDGE).choose(
      evidence({
        messages: [message({ to: ['aisha.khan@hospital.example'] })],
        links: urls.map((one) => (typeof one === 'string' ? link(one) : one)),
      }),
    );

  it('is a stranger’s page, without query and fragment', () => {
    expect(choose(['https://evil.test/login/start?lang=en#top'])).toEqual({
      open: ['https://evil.test/login/start'],
      left: [],
    });
  });

  it('is never what could be one person’s, acts, or ends a subscription', () => {
    const { open, left } = choose([
      'https://evil.test/t/9f8a7b6c5d4e',
      'https://evil.test/aisha-khan',
      'https://evil.test/x?email=aisha.khan@hospital.example',
      'https://evil.test/x?z=9f8a7b6c5d4e',
      'https://evil.test/x#aisha.khan@hospital.example',
      'https://evil.test/unsubscribe',
      link('https://evil.test/out', { shown: 'Unsubscribe' }),
      'https://evil.test/confirm?x=1',
    ]);
    expect(open).toEqual([]);
    expect(left).toHaveLength(8);
  });

  it('is never our own, private or well-known, and of those nothing is said', () => {
    expect(choose(['https://portal.hospital.example/x', 'http://192.168.1.1/x', 'http://printer.local/'])).toEqual({
      open: [],
      left: [],
    });
  });

  it('is the target of a short link, and not the short link', () => {
    const end = link('https://evil.test/login', { id: 'l2', chain: ['https://short.test/ab'], source: 'redirect' });
    expect(choose(['https://short.test/ab', 'https://short.test/cd', 'https://other.test/x', end])).toEqual({
      open: ['https://evil.test/login', 'https://other.test/x'],
      left: [{ url: 'https://short.test/cd', why: expect.stringContaining('expand it first') }],
    });
  });

  it('is three at a time', () => {
    const { open, left } = choose(['a', 'b', 'c', 'd'].map((name) => `https://${name}-evil.test/x`));
    expect(open).toHaveLength(3);
    expect(left).toHaveLength(1);
  });
});

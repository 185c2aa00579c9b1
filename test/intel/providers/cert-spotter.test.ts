import { describe, expect, it } from 'vitest';
import { certSpotter } from '../../../src/intel/providers/cert-spotter.ts';
import { asking, httpFaults } from './contract.ts';

const open = (base: string) => certSpotter('SECRET-KEY', base);
const issued = (...dates: string[]) => ({
  json: dates.map((not_before, at) => ({
    id: `${at}`,
    tbs_sha256: 'ab'.repeat(32),
    not_before,
    not_after: '2027-01-01T00:00:00Z',
    revoked: false,
  })),
});

describe('Cert Spotter', () => {
  it('tells since when a host has had a certificate, the oldest that is valid', async () => {
    const { reply, request } = await asking(
      open,
      'evil.example',
      issued('2026-11-22T10:00:00Z', '2026-11-20T10:00:00Z'),
    );
    expect(request).toMatchObject({ method: 'GET', path: '/v1/issuances' });
    expect(Object.fromEntries(request.query)).toEqual({ domain: 'evil.example', match_wildcards: 'true' });
    expect(request.headers.authorization).toBe('Bearer SECRET-KEY');
    expect(reply).toEqual({
      certificate: { since: '2026-11-20' },
      answer: 'oldest valid certificate of 2026-11-20',
    });
  });

  it('knows nothing of a host without a certificate', async () => {
    expect((await asking(open, 'new.example', { json: [] })).reply).toEqual({ answer: 'not known' });
  });

  it('is asked about hosts only', () => {
    const { takes } = open('');
    expect(takes({ host: 'www.evil.example', site: 'evil.example' })).toBe('www.evil.example');
    expect(takes({ url: 'https://evil.example/a' })).toBeUndefined();
  });

  it('takes no date that is none', async () => {
    await expect(asking(open, 'evil.example', issued('2026-99-99T00:00:00Z'))).rejects.toMatchObject({
      why: 'rubbish',
    });
  });

  // An empty list is an answer, and nothing else is.
  httpFaults(open, 'evil.example', { anyJson: true });
  it.each([{ hello: 'world' }, null, 'text', [{}]])('takes no JSON of another shape: %j', async (json) => {
    await expect(asking(open, 'evil.example', { json })).rejects.toMatchObject({ why: 'rubbish' });
  });
});

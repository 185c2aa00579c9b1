import { describe, expect, it } from 'vitest';
import { phishTank } from '../../../src/intel/providers/phishtank.ts';
import { asking, httpFaults } from './contract.ts';

const open = (base: string) => phishTank('SECRET-KEY', base);
const PAGE = 'https://evil.example/login';
const result = (parts: object) => ({
  json: { meta: { timestamp: '2026-11-01T00:00:00+00:00', status: 'success' }, results: { url: PAGE, ...parts } },
});

describe('PhishTank', () => {
  it('is asked by a form, under a name of our own', async () => {
    const { request } = await asking(open, PAGE, result({ in_database: false }));
    expect(request).toMatchObject({ method: 'POST', path: '/checkurl/' });
    expect(Object.fromEntries(new URLSearchParams(request.body))).toEqual({
      url: PAGE,
      format: 'json',
      app_key: 'SECRET-KEY',
    });
    expect(request.headers['user-agent']).toMatch(/^phishtank\//);
  });

  it.each([
    ['what its members verified', { in_database: true, verified: true, valid: true }, 'malicious'],
    ['the same, said in letters', { in_database: true, verified: 'y', valid: 'y' }, 'malicious'],
    ['what somebody reported', { in_database: true, verified: false, valid: true }, 'suspicious'],
    ['what its members cleared', { in_database: true, verified: true, valid: false }, undefined],
    ['what it never saw', { in_database: false }, undefined],
  ])('gives %s its word', async (_, parts, level) => {
    expect((await asking(open, PAGE, result(parts))).reply.opinion?.level).toBe(level);
  });

  it('says 509 when its quota is used up', async () => {
    await expect(asking(open, PAGE, { status: 509, text: 'exceeded' })).rejects.toMatchObject({ why: 'quota' });
  });

  httpFaults(open, PAGE);
});

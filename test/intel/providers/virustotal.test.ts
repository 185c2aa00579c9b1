import { describe, expect, it } from 'vitest';
import { virusTotal } from '../../../src/intel/providers/virustotal.ts';
import { asking, HASH, httpFaults } from './contract.ts';

const open = (base: string) => virusTotal('SECRET-KEY', 4, base);
const stats = (parts: Record<string, number>) => ({
  json: {
    data: {
      id: 'x',
      type: 'url',
      attributes: {
        last_analysis_stats: { malicious: 0, suspicious: 0, harmless: 60, undetected: 30, timeout: 0, ...parts },
      },
    },
  },
});

describe('VirusTotal', () => {
  it.each([
    [
      'a page',
      'https://evil.example/login',
      `/api/v3/urls/${Buffer.from('https://evil.example/login').toString('base64url')}`,
    ],
    ['a host', 'evil.example', '/api/v3/domains/evil.example'],
    ['a file', HASH, `/api/v3/files/${HASH}`],
  ])('is asked about %s by looking it up, with the key in a header', async (_, value, path) => {
    const { request } = await asking(open, value, stats({}));
    expect(request).toMatchObject({ method: 'GET', path, body: '' });
    expect(request.headers['x-apikey']).toBe('SECRET-KEY');
  });

  it('takes a page before its host, and never an address of numbers', () => {
    const { takes } = open('');
    expect(takes({ url: 'https://evil.example/a' })).toBe('https://evil.example/a');
    expect(takes({ host: 'evil.example', site: 'evil.example' })).toBe('evil.example');
    expect(takes({ ip: '192.0.2.1' })).toBeUndefined();
    expect(takes({ urlHashes: [HASH] })).toBeUndefined();
  });

  it.each([
    ['malicious when several engines agree', { malicious: 3 }, 'malicious'],
    ['suspicious when one engine stands alone', { malicious: 1 }, 'suspicious'],
    ['suspicious when engines only wonder', { suspicious: 2 }, 'suspicious'],
    ['harmless when many looked and none objects', {}, 'harmless'],
  ])('calls it %s', async (_, parts, level) => {
    const { reply } = await asking(open, HASH, stats(parts));
    expect(reply.opinion?.level).toBe(level);
  });

  it('says nothing when hardly anybody looked', async () => {
    const { reply } = await asking(open, HASH, stats({ harmless: 0, undetected: 2 }));
    expect(reply.opinion).toBeUndefined();
  });

  it('says how many engines, in words for a person', async () => {
    const { reply } = await asking(open, HASH, stats({ malicious: 12 }));
    expect(reply.opinion?.detail).toBe('12 of 102 engines there call this dangerous');
  });

  it('knows nothing of what it has never seen', async () => {
    const { reply } = await asking(open, HASH, {
      status: 404,
      json: { error: { code: 'NotFoundError', message: 'File not found' } },
    });
    expect(reply).toEqual({ answer: 'not known' });
  });

  httpFaults(open, 'https://evil.example/login');
});

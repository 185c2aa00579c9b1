import { describe, expect, it } from 'vitest';
import { urlscan } from '../../../src/intel/providers/urlscan.ts';
import { asking, httpFaults } from './contract.ts';

const open = (base: string) => urlscan('SECRET-KEY', base);

describe('urlscan.io', () => {
  it('is searched, and never given anything to scan', async () => {
    const { request } = await asking(open, 'evil.example', {
      json: { results: [], total: 0, took: 3, has_more: false },
    });
    expect(request).toMatchObject({ method: 'GET', path: '/api/v1/search/', body: '' });
    expect(request.query.get('q')).toContain('page.domain:"evil.example"');
    expect(request.headers['api-key']).toBe('SECRET-KEY');
  });

  it('is asked about hosts only', () => {
    const { takes } = open('');
    expect(takes({ url: 'https://evil.example/a' })).toBeUndefined();
    expect(takes({ host: 'evil.example' })).toBe('evil.example');
  });

  it('leaves a doubt where past scans looked malicious', async () => {
    const { reply } = await asking(open, 'evil.example', {
      json: { results: [{ _id: 'a' }], total: 7, has_more: false },
    });
    expect(reply).toMatchObject({ opinion: { level: 'suspicious' }, answer: '7 malicious scans in 90 days' });
  });

  it('does not call harmless what nobody scanned', async () => {
    const { reply } = await asking(open, 'new.example', { json: { results: [], total: 0, has_more: false } });
    expect(reply).toEqual({ answer: 'not known' });
  });

  httpFaults(open, 'evil.example');
});

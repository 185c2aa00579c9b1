import { describe, expect, it } from 'vitest';
import { urlhaus } from '../../../src/intel/providers/urlhaus.ts';
import { asking, httpFaults } from './contract.ts';

const open = (base: string) => urlhaus('SECRET-KEY', base);

describe('URLhaus', () => {
  it('is asked about a page by its address', async () => {
    const { request, reply } = await asking(open, 'https://evil.example/a.exe', {
      json: { query_status: 'ok', id: '1', url_status: 'online', threat: 'malware_download', tags: ['exe'] },
    });
    expect(request).toMatchObject({ method: 'POST', path: '/v1/url/', body: 'url=https%3A%2F%2Fevil.example%2Fa.exe' });
    expect(request.headers['auth-key']).toBe('SECRET-KEY');
    expect(reply).toMatchObject({ opinion: { level: 'malicious' }, answer: 'listed, online' });
  });

  it('only doubts a whole host: strangers may share it', async () => {
    const { request, reply } = await asking(open, 'evil.example', {
      json: { query_status: 'ok', url_count: '12', urls: [] },
    });
    expect(request).toMatchObject({ path: '/v1/host/', body: 'host=evil.example' });
    expect(reply).toMatchObject({ opinion: { level: 'suspicious' }, answer: '12 malware addresses on it' });
  });

  it('knows nothing of most', async () => {
    const { reply } = await asking(open, 'new.example', { json: { query_status: 'no_results' } });
    expect(reply.opinion).toBeUndefined();
  });

  it('is in trouble when it does not understand us', async () => {
    await expect(asking(open, 'x.example', { json: { query_status: 'invalid_host' } })).rejects.toMatchObject({
      why: 'rubbish',
    });
  });

  httpFaults(open, 'evil.example');
});

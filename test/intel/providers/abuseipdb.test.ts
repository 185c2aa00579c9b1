import { describe, expect, it } from 'vitest';
import { abuseIpdb } from '../../../src/intel/providers/abuseipdb.ts';
import { asking, httpFaults } from './contract.ts';

const open = (base: string) => abuseIpdb('SECRET-KEY', base);
const report = (parts: object) => ({
  json: {
    data: {
      ipAddress: '192.0.2.1',
      isPublic: true,
      isWhitelisted: null,
      abuseConfidenceScore: 0,
      totalReports: 0,
      ...parts,
    },
  },
});

describe('AbuseIPDB', () => {
  it('is asked about numeric addresses only', async () => {
    const { request } = await asking(open, '192.0.2.1', report({}));
    expect(request.path).toBe('/api/v2/check');
    expect(request.query.get('ipAddress')).toBe('192.0.2.1');
    expect(request.headers.key).toBe('SECRET-KEY');
    expect(open('').takes({ host: 'evil.example', url: 'https://evil.example/a' })).toBeUndefined();
  });

  it.each([
    ['a doubt where many complain', { abuseConfidenceScore: 100, totalReports: 40 }, 'suspicious'],
    ['nothing where one complained', { abuseConfidenceScore: 100, totalReports: 1 }, undefined],
    ['nothing where nobody is sure', { abuseConfidenceScore: 20, totalReports: 40 }, undefined],
    ['harmless where it is on the allow list', { isWhitelisted: true, totalReports: 9 }, 'harmless'],
  ])('says %s', async (_, parts, level) => {
    expect((await asking(open, '192.0.2.1', report(parts))).reply.opinion?.level).toBe(level);
  });

  httpFaults(open, '192.0.2.1');
});

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { safeBrowsing } from '../../../src/intel/providers/safe-browsing.ts';
import { asking, httpFaults } from './contract.ts';

const open = (base: string) => safeBrowsing('SECRET-KEY', base);
const hashOf = (text: string) => createHash('sha256').update(text).digest();
const page = hashOf('evil.example/login');
const site = hashOf('evil.example/');
const VALUE = [page, site].map((hash) => hash.toString('hex')).join(' ');
const found = (hash: Buffer, threatType: string, attributes?: string[]) => ({
  json: {
    fullHashes: [{ fullHash: hash.toString('base64'), fullHashDetails: [{ threatType, attributes }] }],
    cacheDuration: '300s',
  },
});

describe('Google Safe Browsing', () => {
  it('sees four bytes of each hash and nothing else', async () => {
    const { request } = await asking(open, VALUE, { json: { cacheDuration: '300.5s' } });
    expect(request.path).toBe('/v5/hashes:search');
    const prefixes = request.query.getAll('hashPrefixes').map((text) => Buffer.from(text, 'base64'));
    expect(prefixes).toEqual([page.subarray(0, 4), site.subarray(0, 4)]);
    expect([...request.query.keys()].sort()).toEqual(['alt', 'hashPrefixes', 'hashPrefixes', 'key']);
    expect(request.body).toBe('');
  });

  it('shows analysts the prefixes that left', () => {
    const hex = [page, site].map((hash) => hash.subarray(0, 4).toString('hex')).join(' ');
    expect(open('').shows?.(VALUE)).toBe(`hash prefixes ${hex}`);
  });

  it('warns in qualified words and names the adviser, as its terms want', async () => {
    const { reply } = await asking(open, VALUE, found(page, 'SOCIAL_ENGINEERING'));
    expect(reply.opinion).toEqual({
      level: 'malicious',
      // Said wherever its name is said without the detail.
      credit: 'may be dangerous; advisory provided by Google',
      detail: 'this may be a deceptive site (phishing). Advisory provided by Google',
    });
  });

  it('lets pass what shares a prefix with us and no more', async () => {
    const stranger = Buffer.concat([page.subarray(0, 4), Buffer.alloc(28)]);
    const { reply } = await asking(open, VALUE, found(stranger, 'MALWARE'));
    expect(reply.opinion).toBeUndefined();
  });

  it.each([
    ['of a kind that is new to us', 'A_NEW_THREAT', undefined],
    ['on trial', 'MALWARE', ['CANARY']],
    ['for frames only', 'MALWARE', ['FRAME_ONLY']],
    ['with a mark that is new to us', 'MALWARE', ['A_NEW_MARK']],
  ])('ignores a listing %s', async (_, threat, attributes) => {
    const { reply } = await asking(open, VALUE, found(site, threat, attributes));
    expect(reply.opinion).toBeUndefined();
  });

  it('keeps an answer as long as it is told, a negative one too', async () => {
    expect((await asking(open, VALUE, { json: { cacheDuration: '300s' } })).reply.keepMs).toBe(300_000);
    expect((await asking(open, VALUE, { json: { cacheDuration: '9999999s' } })).reply.keepMs).toBe(1_800_000);
  });

  httpFaults(open, VALUE);
});

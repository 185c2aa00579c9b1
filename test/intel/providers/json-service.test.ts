import { describe, expect, it } from 'vitest';
import { jsonService, jsonServiceShape } from '../../../src/intel/providers/json-service.ts';
import { asking, httpFaults } from './contract.ts';

const described = (base: string, parts: object = {}) =>
  jsonServiceShape.parse({
    name: 'Our sandbox',
    url: `${base}/look?what={value}`,
    headers: { 'x-token': 'SECRET-KEY' },
    kinds: ['url', 'host'],
    level: 'results.0.verdict',
    malicious: ['bad'],
    suspicious: ['7'],
    harmless: ['false'],
    ...parts,
  });
const open = (base: string) => jsonService(described(base));
const verdict = (word: unknown) => ({ json: { results: [{ verdict: word }] } });

describe('a JSON service of one’s own', () => {
  it('is asked at its address, the value escaped, with its headers', async () => {
    const { request } = await asking(open, 'https://evil.example/a&b=$&', verdict('bad'));
    expect(request.path).toBe('/look');
    expect(request.query.get('what')).toBe('https://evil.example/a&b=$&');
    expect(request.headers['x-token']).toBe('SECRET-KEY');
  });

  it.each([
    ['bad', 'malicious'],
    [7, 'suspicious'],
    [false, 'harmless'],
    ['something else', undefined],
    [undefined, undefined],
    [{ bad: 'bad' }, undefined],
  ])('takes the word %s for %s', async (word, level) => {
    expect((await asking(open, 'evil.example', verdict(word))).reply.opinion?.level).toBe(level);
  });

  it('knows nothing of what it answers 404 to', async () => {
    expect((await asking(open, 'evil.example', { status: 404, json: {} })).reply).toEqual({ answer: 'not known' });
  });

  it('takes the first of its kinds that may be asked', () => {
    expect(open('http://x.example').takes({ host: 'evil.example', sha256: 'x' })).toBe('evil.example');
    expect(open('http://x.example').takes({ sha256: 'x' })).toBeUndefined();
  });

  it.each([
    ['an address without a place for the value', { url: 'https://intel.example/' }],
    ['another scheme', { url: 'file:///{value}' }],
    ['a header that breaks its line', { headers: { a: 'b\r\nc: d' } }],
    ['a word that it does not know', { levels: 'x' }],
  ])('refuses a description with %s', (_, parts) => {
    expect(() => described('http://x.example', parts)).toThrow();
  });

  // To it any JSON is an answer: the description says where to look, and what is not there is not known.
  httpFaults(open, 'evil.example', { anyJson: true });
});

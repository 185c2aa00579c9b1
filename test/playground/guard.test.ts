import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { isOurs } from '../../src/playground/guard.ts';

const hosts = ['127.0.0.1:3000', 'localhost:3000'];
const request = (method: string, headers: Record<string, string>): IncomingMessage =>
  ({ method, headers }) as unknown as IncomingMessage;

describe('the page’s guard', () => {
  it('lets the page itself read and post', () => {
    expect(isOurs(request('GET', { host: 'localhost:3000' }), hosts)).toBe(true);
    const post = { host: 'localhost:3000', origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' };
    expect(isOurs(request('POST', post), hosts)).toBe(true);
  });

  it('refuses a name of somebody else’s that resolves to this machine', () => {
    expect(isOurs(request('GET', { host: 'rebound.example:3000' }), hosts)).toBe(false);
    expect(isOurs(request('GET', {}), hosts)).toBe(false);
  });

  it('refuses posts from other pages, and posts that do not say where they come from', () => {
    const host = 'localhost:3000';
    expect(isOurs(request('POST', { host, origin: 'https://evil.example' }), hosts)).toBe(false);
    expect(isOurs(request('POST', { host, origin: 'http://localhost:9999' }), hosts)).toBe(false);
    expect(
      isOurs(request('POST', { host, 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' }), hosts),
    ).toBe(false);
    expect(isOurs(request('POST', { host, origin: 'null' }), hosts)).toBe(false);
    expect(isOurs(request('POST', { host }), hosts)).toBe(false);
  });
});

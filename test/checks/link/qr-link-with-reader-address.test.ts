import { describe, expect, it } from 'vitest';
import { qrLinkWithReaderAddress } from '../../../src/checks/link/qr-link-with-reader-address.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';

const found = (url: string, source: 'qr' | 'anchor' = 'qr', from = 'a@b.test') =>
  runCheck(qrLinkWithReaderAddress, {
    messages: [message({ from, to: ['grace@hospital.example'] })],
    links: [link(url, { source })],
  });

describe('qr-link-with-reader-address', () => {
  it.each([
    'https://evil.test/#grace@hospital.example',
    'https://evil.test/?u=grace%40hospital.example',
    `https://evil.test/x?e=${btoa('grace@hospital.example')}`,
  ])('catches %s', (url) => {
    expect(found(url)).toEqual({ host: 'evil.test', address: 'grace@hospital.example' });
  });
  it('lets a code for everybody pass, and an ordinary link, which another check judges', () => {
    expect(found('https://evil.test/menu')).toBeUndefined();
    expect(found('https://evil.test/#grace@hospital.example', 'anchor')).toBeUndefined();
  });
  it('lets the sender’s own and known sites pass', () => {
    expect(found('https://tickets.museum.test/?m=grace@hospital.example', 'qr', 'a@museum.test')).toBeUndefined();
    expect(found('https://google.com/?m=grace@hospital.example')).toBeUndefined();
  });
});

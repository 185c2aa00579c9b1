import { describe, expect, it } from 'vitest';
import { qrLink } from '../../../src/checks/link/qr-link.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';

describe('qr-link', () => {
  it('catches a QR code', () => {
    expect(runCheck(qrLink, { links: [link('https://evil.test/x', { source: 'qr' })] })).toEqual({ host: 'evil.test' });
  });
  it('lets a code to a well-known site pass', () => {
    // A poster’s map.
    expect(runCheck(qrLink, { links: [link('https://google.com/maps', { source: 'qr' })] })).toBeUndefined();
  });
  it('lets the sender’s own site pass', () => {
    // A ticket.
    expect(
      runCheck(qrLink, {
        messages: [message({ from: 'a@museum.test' })],
        links: [link('https://tickets.museum.test/1', { source: 'qr' })],
      }),
    ).toBeUndefined();
  });
  it('lets ordinary links pass', () => {
    expect(runCheck(qrLink, { links: [link('https://evil.test/x')] })).toBeUndefined();
  });
});

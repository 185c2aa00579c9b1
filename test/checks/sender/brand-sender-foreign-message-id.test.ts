import { describe, expect, it } from 'vitest';
import { brandSenderForeignMessageId } from '../../../src/checks/sender/brand-sender-foreign-message-id.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('brand-sender-foreign-message-id', () => {
  const run = (from: string, messageId: string, parts: Parameters<typeof message>[0] = {}) =>
    runCheck(brandSenderForeignMessageId, { messages: [message({ from, messageId, ...parts })] });

  it('catches a brand’s mail that was made in another house', () => {
    expect(run('DHL <info@dhl.de>', '<a1@vps7.host.example>')).toEqual({ sender: 'dhl.de', made: 'vps7.host.example' });
  });
  it('lets the brand’s own servers pass, by any of its domains', () => {
    expect(run('DHL <info@dhl.de>', '<a1@mx.dhl.com>')).toBeUndefined();
  });
  it('lets the services pass that companies send through', () => {
    expect(run('DHL <info@dhl.de>', '<a1@em.sendgrid.net>')).toBeUndefined();
    expect(run('DHL <info@dhl.de>', '<a1@eu-west-1.amazonses.com>')).toBeUndefined();
  });
  it('lets bare machine names, broken ids and missing ones pass', () => {
    expect(run('DHL <info@dhl.de>', '<a1@desktop7>')).toBeUndefined();
    expect(run('DHL <info@dhl.de>', 'nothing')).toBeUndefined();
    expect(run('DHL <info@dhl.de>', '')).toBeUndefined();
  });
  it('lets employees pass who answer or write to lists', () => {
    expect(run('Ada <ada@microsoft.com>', '<a@home.example>', { subject: 'Re: plan', isReply: true })).toBeUndefined();
  });
  it('lets mail pass that is proven to be the brand’s own, by a policy or by its own signature', () => {
    const proven = (method: 'dmarc' | 'dkim', result: string, domain = 'dhl.de') =>
      ({ authserv: 'lurecheck', method, result, domain, verified: true }) as const;
    const authentications = [[proven('dmarc', 'pass')], [proven('dmarc', 'none'), proven('dkim', 'pass')]];
    for (const authentication of authentications) {
      expect(run('DHL <info@dhl.de>', '<a1@vps7.host.example>', { authentication })).toBeUndefined();
    }
  });
  it('believes no signature of another house, and no header that claims a pass', () => {
    const none = { authserv: 'lurecheck', method: 'dmarc', result: 'none', verified: true } as const;
    const foreign = {
      authserv: 'lurecheck',
      method: 'dkim',
      result: 'pass',
      domain: 'evil.example',
      verified: true,
    } as const;
    const claimed = { authserv: 'lurecheck', method: 'dmarc', result: 'pass', domain: 'dhl.de' } as const;
    for (const authentication of [[none, foreign], [claimed]]) {
      expect(run('DHL <info@dhl.de>', '<a1@vps7.host.example>', { authentication })).toBeDefined();
    }
  });
});

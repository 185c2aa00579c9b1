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
});

import { describe, expect, it } from 'vitest';
import { brandInSenderDomain } from '../../../src/checks/sender/brand-in-sender-domain.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('brand-in-sender-domain', () => {
  it('catches a brand with a bait word', () => {
    expect(runCheck(brandInSenderDomain, { messages: [message({ from: 'a@paypal-service.test' })] })).toEqual({
      address: 'a@paypal-service.test',
      brand: 'PayPal',
    });
  });
  it('catches a brand as sub-domain', () => {
    expect(runCheck(brandInSenderDomain, { messages: [message({ from: 'a@microsoft.login.test' })] })).toBeDefined();
  });
  it('catches a short brand with a bait word', () => {
    expect(runCheck(brandInSenderDomain, { messages: [message({ from: 'a@dhl-tracking.test' })] })).toBeDefined();
  });
  it('lets the brand pass', () => {
    expect(runCheck(brandInSenderDomain, { messages: [message({ from: 'a@mail.paypal.com' })] })).toBeUndefined();
  });
  it('lets a short name in other company pass', () => {
    // A chess club may be called so.
    expect(runCheck(brandInSenderDomain, { messages: [message({ from: 'a@dhl-ringers.test' })] })).toBeUndefined();
  });
  it('lets a free mailbox pass', () => {
    // The domain is Google’s; the name before @ is another check’s.
    expect(runCheck(brandInSenderDomain, { messages: [message({ from: 'paypal@gmail.com' })] })).toBeUndefined();
  });
});

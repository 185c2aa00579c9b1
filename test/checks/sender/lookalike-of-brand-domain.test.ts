import { describe, expect, it } from 'vitest';
import { lookalikeOfBrandDomain } from '../../../src/checks/sender/lookalike-of-brand-domain.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

describe('lookalike-of-brand-domain', () => {
  it('catches a digit for a letter', () => {
    expect(runCheck(lookalikeOfBrandDomain, { messages: [message({ from: 'a@paypa1.com' })] })).toEqual({
      domain: 'paypa1.com',
      real: 'paypal.com',
    });
  });
  it('catches rn for m', () => {
    expect(runCheck(lookalikeOfBrandDomain, { messages: [message({ from: 'a@rnicrosoft.test' })] })).toBeDefined();
  });
  it('catches swapped letters', () => {
    expect(runCheck(lookalikeOfBrandDomain, { messages: [message({ from: 'a@micorsoft.com' })] })).toBeDefined();
  });
  it('catches dots as hyphens', () => {
    expect(runCheck(lookalikeOfBrandDomain, { messages: [message({ from: 'a@nhc-gov.test' })] })).toEqual({
      domain: 'nhc-gov.test',
      real: 'nhc.gov.cn',
    });
  });
  it('lets the brand pass', () => {
    expect(runCheck(lookalikeOfBrandDomain, { messages: [message({ from: 'a@mail.paypal.com' })] })).toBeUndefined();
  });
  it('lets a well-known neighbour pass', () => {
    // One letter apart, and honest.
    expect(
      runCheck(
        lookalikeOfBrandDomain,
        { messages: [message({ from: 'a@paypall.com' })] },
        knowledge({ lists: { popular: new Map([['paypall.com', 9]]) } }),
      ),
    ).toBeUndefined();
  });
  it('lets a neighbour of a short name pass', () => {
    // Three letters have honest neighbours everywhere.
    expect(runCheck(lookalikeOfBrandDomain, { messages: [message({ from: 'a@dhi.com' })] })).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { brandNameWithoutAddress } from '../../../src/checks/sender/brand-name-without-address.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('brand-name-without-address', () => {
  const run = (parts: Parameters<typeof message>[0]) =>
    runCheck(brandNameWithoutAddress, { messages: [message(parts)] });

  it('catches a brand that gives no address', () => {
    expect(run({ from: 'PayPal Voucher' })).toEqual({ name: 'PayPal Voucher', brand: 'PayPal' });
  });
  it('lets an address pass, whose it may be is for other checks', () => {
    expect(run({ from: 'PayPal <service@paypal.com>' })).toBeUndefined();
  });
  it('lets forwarded mail pass, of which only the name was printed', () => {
    expect(run({ from: 'PayPal', form: 'quoted' })).toBeUndefined();
  });
  it('lets a person pass', () => {
    expect(run({ from: 'Ada Chen' })).toBeUndefined();
  });
});

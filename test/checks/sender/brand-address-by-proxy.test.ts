import { describe, expect, it } from 'vitest';
import { brandAddressByProxy } from '../../../src/checks/sender/brand-address-by-proxy.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('brand-address-by-proxy', () => {
  const run = (from: string) => runCheck(brandAddressByProxy, { messages: [message({ from })] });

  it('catches a brand-like address that a service sends for', () => {
    expect(run('help@paypal-care.example via Survey <member@survey.example>')).toEqual({
      brand: 'PayPal',
      address: 'member@survey.example',
    });
    expect(run('service@paypal.com via Survey <member@survey.example>')).toBeDefined();
  });
  it('lets what lists and services write for a member pass', () => {
    expect(run('ada@school.example via Docs <share@docs.example>')).toBeUndefined();
    expect(run('ada@gmail.com via Docs <share@docs.example>')).toBeUndefined();
  });
  it('lets the brand’s own service pass', () => {
    expect(run('help@paypal.com via PayPal <x@paypal.com>')).toBeUndefined();
  });
  it('leaves an address without a service to another check', () => {
    expect(run('help@paypal.com <member@survey.example>')).toBeUndefined();
  });
});

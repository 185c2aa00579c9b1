import { describe, expect, it } from 'vitest';
import { brandWordOutsideBrandDomain } from '../../../src/checks/link/brand-word-outside-brand-domain.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('brand-word-outside-brand-domain', () => {
  it('catches a brand with a bait word', () => {
    expect(runCheck(brandWordOutsideBrandDomain, { links: [link('https://paypal-secure.test/')] })).toEqual({
      host: 'paypal-secure.test',
      brand: 'PayPal',
    });
  });
  it('catches a brand as sub-domain', () => {
    expect(runCheck(brandWordOutsideBrandDomain, { links: [link('https://paypal.evil.test/')] })).toBeDefined();
  });
  it('catches a brand on a host where anyone gets a site', () => {
    expect(runCheck(brandWordOutsideBrandDomain, { links: [link('https://paypal.pages.dev/')] })).toBeDefined();
  });
  it('catches a brand glued to a bait word', () => {
    expect(runCheck(brandWordOutsideBrandDomain, { links: [link('https://paypalsecure.test/')] })).toBeDefined();
  });
  it('lets the brand pass, also under another country’s ending', () => {
    // Its own name under a plain ending.
    expect(runCheck(brandWordOutsideBrandDomain, { links: [link('https://www.paypal.ch/')] })).toBeUndefined();
  });
  it('lets a well-known house pass that writes about the brand', () => {
    // stackexchange and its like name sites so.
    expect(runCheck(brandWordOutsideBrandDomain, { links: [link('https://paypal.google.com/x')] })).toBeUndefined();
  });
  it('lets longer words pass', () => {
    // The name begins alike and means something else.
    expect(runCheck(brandWordOutsideBrandDomain, { links: [link('https://paypaloma.test/')] })).toBeUndefined();
  });
  it('lets a picture pass', () => {
    // Nobody reads where a picture lies.
    expect(
      runCheck(brandWordOutsideBrandDomain, { links: [link('https://paypal.cdn.test/logo.png', { source: 'image' })] }),
    ).toBeUndefined();
  });
});

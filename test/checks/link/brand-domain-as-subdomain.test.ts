import { describe, expect, it } from 'vitest';
import { brandDomainAsSubdomain } from '../../../src/checks/link/brand-domain-as-subdomain.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('brand-domain-as-subdomain', () => {
  it('catches a genuine domain in front of a foreign one', () => {
    expect(runCheck(brandDomainAsSubdomain, { links: [link('https://www.paypal.com.login.evil.test/')] })).toEqual({
      real: 'paypal.com',
      domain: 'evil.test',
    });
  });
  it('catches the organisation’s own domain in front', () => {
    expect(runCheck(brandDomainAsSubdomain, { links: [link('https://hospital.example.evil.test/')] })).toEqual({
      real: 'hospital.example',
      domain: 'evil.test',
    });
  });
  it('lets the genuine domain pass', () => {
    expect(runCheck(brandDomainAsSubdomain, { links: [link('https://www.paypal.com/')] })).toBeUndefined();
  });
  it('lets the gateway of a well-known house pass', () => {
    // Proxies and archives of that shape exist.
    expect(runCheck(brandDomainAsSubdomain, { links: [link('https://paypal.com.google.com/')] })).toBeUndefined();
  });
  it('lets a longer word in front pass', () => {
    // notpaypal.com is another domain.
    expect(runCheck(brandDomainAsSubdomain, { links: [link('https://notpaypal.com.evil.test/')] })).toBeUndefined();
  });
});

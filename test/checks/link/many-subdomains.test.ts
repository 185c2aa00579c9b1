import { describe, expect, it } from 'vitest';
import { manySubdomains } from '../../../src/checks/link/many-subdomains.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('many-subdomains', () => {
  it('catches a host whose front fills a phone', () => {
    expect(runCheck(manySubdomains, { links: [link('https://secure.account.login.verify.evil.test/')] })).toEqual({
      host: 'secure.account.login.verify.evil.test',
      domain: 'evil.test',
    });
  });
  it('lets ordinary sub-domains pass', () => {
    expect(runCheck(manySubdomains, { links: [link('https://www.intranet.clinic.test/')] })).toBeUndefined();
  });
  it('lets a well-known house pass', () => {
    // Clouds number their machines so.
    expect(runCheck(manySubdomains, { links: [link('https://a.b.c.d.e.google.com/')] })).toBeUndefined();
  });
});

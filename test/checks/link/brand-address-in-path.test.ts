import { describe, expect, it } from 'vitest';
import { brandAddressInPath } from '../../../src/checks/link/brand-address-in-path.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('brand-address-in-path', () => {
  it.each([['a brand’s address as a folder', 'https://evil.test/www.paypal.com/login.html']])(
    'catches %s',
    (_, url) => {
      expect(runCheck(brandAddressInPath, { links: [link(url)] })).toBeDefined();
    },
  );
  it.each([
    // Directories of sites are built so.
    ['a page that tells about an address', 'https://tests.test/site/paypal.com'],
    ['an address of nobody known', 'https://firm.test/www.other-firm.test/a'],
    // `open-redirect` judges those.
    ['an address in a parameter', 'https://firm.test/out?to=paypal.com'],
  ])('lets %s pass', (_, url) => {
    expect(runCheck(brandAddressInPath, { links: [link(url)] })).toBeUndefined();
  });
});

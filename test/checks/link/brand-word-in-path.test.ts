import { describe, expect, it } from 'vitest';
import { brandWordInPath } from '../../../src/checks/link/brand-word-in-path.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('brand-word-in-path', () => {
  it('catches a brand’s folder with a log-in', () => {
    expect(runCheck(brandWordInPath, { links: [link('https://bakery.test/paypal/signin/')] })).toEqual({
      brand: 'PayPal',
      host: 'bakery.test',
    });
  });
  it('lets an article about the brand pass', () => {
    // The title of a text, not a folder.
    expect(
      runCheck(brandWordInPath, { links: [link('https://news.test/2020/how-to-verify-your-paypal-account-safely')] }),
    ).toBeUndefined();
  });
  it('lets a brand’s folder without a log-in pass', () => {
    // Shops sort by brands.
    expect(runCheck(brandWordInPath, { links: [link('https://shop.test/brands/paypal/')] })).toBeUndefined();
  });
  it('lets a well-known site pass', () => {
    // "Sign in with …" is ordinary there.
    expect(runCheck(brandWordInPath, { links: [link('https://google.com/paypal/login')] })).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { endingInFrontOfDomain } from '../../../src/checks/link/ending-in-front-of-domain.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('ending-in-front-of-domain', () => {
  it.each([
    ['a whole address in front of the real one', 'https://www.shop.co.jp.evil.test/login'],
    ['an address with hyphens for dots', 'https://www-shop-co-jp.evil.test/'],
  ])('catches %s', (_, url) => {
    expect(runCheck(endingInFrontOfDomain, { links: [link(url)] })).toBeDefined();
  });
  it.each([
    // Libraries open journals so.
    ['the proxy of a library', 'https://www-journal-com.ezproxy.library.test/article'],
    ['ordinary sub-domains', 'https://shop.news.clinic.test/'],
    // Great houses name machines after their guests.
    ['a well-known house', 'https://www.shop.com.google.com/'],
  ])('lets %s pass', (_, url) => {
    expect(runCheck(endingInFrontOfDomain, { links: [link(url)] })).toBeUndefined();
  });
});

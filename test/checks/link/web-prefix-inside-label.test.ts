import { describe, expect, it } from 'vitest';
import { webPrefixInsideLabel } from '../../../src/checks/link/web-prefix-inside-label.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('web-prefix-inside-label', () => {
  it.each([
    ['a www that is part of a name', 'https://www-shop.evil.test/'],
    ['an https that is part of a name', 'https://https-bank.test/'],
  ])('catches %s', (_, url) => {
    expect(runCheck(webPrefixInsideLabel, { links: [link(url)] })).toBeDefined();
  });
  it.each([
    // Clusters of servers are called so.
    ['a numbered www', 'https://www2.clinic.test/'],
    ['a word that begins alike', 'https://wwwf.clinic.test/'],
  ])('lets %s pass', (_, url) => {
    expect(runCheck(webPrefixInsideLabel, { links: [link(url)] })).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { brandTypoInHost } from '../../../src/checks/link/brand-typo-in-host.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('brand-typo-in-host', () => {
  it.each([
    ['a brand misspelt in front', 'https://paypaal.evil.test/'],
    ['a brand misspelt between hyphens', 'https://micorsoft-help.test/'],
  ])('catches %s', (_, url) => {
    expect(runCheck(brandTypoInHost, { links: [link(url)] })).toBeDefined();
  });
  it.each([
    // Other checks know that.
    ['the brand spelt right', 'https://paypal.clinic.test/'],
    ['a short name’s neighbour', 'https://dhk.clinic.test/'],
    // `lookalike-link-domain` looks at it with more care.
    ['the whole name of a domain', 'https://paypall.test/'],
  ])('lets %s pass', (_, url) => {
    expect(runCheck(brandTypoInHost, { links: [link(url)] })).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { baitWordsInHost } from '../../../src/checks/link/bait-words-in-host.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('bait-words-in-host', () => {
  it.each([['a chain of such words', 'https://mail-account-center.test/']])('catches %s', (_, url) => {
    expect(runCheck(baitWordsInHost, { links: [link(url)] })).toBeDefined();
  });
  it.each([
    ['one such word', 'https://mail-garden.test/'],
    // Firms name their own machines so.
    ['such words in front of the domain', 'https://mail-account-center.clinic.test/'],
    ['a name without hyphens', 'https://accountcenter.test/'],
  ])('lets %s pass', (_, url) => {
    expect(runCheck(baitWordsInHost, { links: [link(url)] })).toBeUndefined();
  });
});

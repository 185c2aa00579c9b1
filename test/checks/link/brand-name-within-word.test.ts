import { describe, expect, it } from 'vitest';
import { brandNameWithinWord } from '../../../src/checks/link/brand-name-within-word.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('brand-name-within-word', () => {
  it.each([
    ['a name with letters glued behind', 'https://paypalzr.test/'],
    ['an alias with letters glued around', 'https://jpkuronekos.test/'],
  ])('catches %s', (_, url) => {
    expect(runCheck(brandNameWithinWord, { links: [link(url)] })).toBeDefined();
  });
  it.each([
    ['another word that begins with the name', 'https://paypalers.test/'],
    ['a word in which it stands by chance', 'https://unmicrosoftishness.test/'],
    ['the brand itself', 'https://www.paypal.com/'],
  ])('lets %s pass', (_, url) => {
    expect(runCheck(brandNameWithinWord, { links: [link(url)] })).toBeUndefined();
  });
});

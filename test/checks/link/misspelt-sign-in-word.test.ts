import { describe, expect, it } from 'vitest';
import { misspeltSignInWord } from '../../../src/checks/link/misspelt-sign-in-word.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('misspelt-sign-in-word', () => {
  it.each([
    ['a letter too many', 'https://admin-longin.evil.test/'],
    ['a letter too few, with a number', 'https://acount7.evil.test/'],
  ])('catches %s', (_, url) => {
    expect(runCheck(misspeltSignInWord, { links: [link(url)] })).toBeDefined();
  });
  it.each([
    ['the word spelt right', 'https://login.clinic.test/'],
    ['a plural', 'https://accounts.clinic.test/'],
    ['a well-known house', 'https://longin.google.com/'],
  ])('lets %s pass', (_, url) => {
    expect(runCheck(misspeltSignInWord, { links: [link(url)] })).toBeUndefined();
  });
});

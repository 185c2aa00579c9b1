import { describe, expect, it } from 'vitest';
import { digitForLetterInHost } from '../../../src/checks/link/digit-for-letter-in-host.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('digit-for-letter-in-host', () => {
  it.each([
    ['a nought for an o', 'https://0nline.evil.test/'],
    ['a one for an i', 'https://log1n.evil.test/'],
    ['a brand with a one for an l', 'https://paypa1.evil.test/'],
  ])('catches %s', (_, url) => {
    expect(runCheck(digitForLetterInHost, { links: [link(url)] })).toBeDefined();
  });
  it.each([
    ['a number behind a word', 'https://login2.clinic.test/'],
    ['a word that is written with a digit', 'https://2fa.clinic.test/'],
    ['a model number', 'https://b42s1.clinic.test/'],
  ])('lets %s pass', (_, url) => {
    expect(runCheck(digitForLetterInHost, { links: [link(url)] })).toBeUndefined();
  });
});

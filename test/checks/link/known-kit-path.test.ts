import { describe, expect, it } from 'vitest';
import { knownKitPath } from '../../../src/checks/link/known-kit-path.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('known-kit-path', () => {
  it.each([
    ['a folder for banks', 'https://evil.test/banks/alpha'],
    ['a parameter of a kit', 'https://evil.test/a/login.php?cmd=login_submit&id=1'],
    ['a great house’s sign-in path on another site', 'https://evil.test/ap/signin?x=1'],
  ])('catches %s', (_, url) => {
    expect(runCheck(knownKitPath, { links: [link(url)] })).toBeDefined();
  });
  it.each([
    ['a page about river banks', 'https://rivers.test/banks-of-the-river.html'],
    ['a sign-in page of a firm’s own', 'https://firm.test/account/login.php'],
    ['the house itself', 'https://www.google.com/ServiceLogin?x=1'],
  ])('lets %s pass', (_, url) => {
    expect(runCheck(knownKitPath, { links: [link(url)] })).toBeUndefined();
  });
});

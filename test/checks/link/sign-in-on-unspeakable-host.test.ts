import { describe, expect, it } from 'vitest';
import { signInOnUnspeakableHost } from '../../../src/checks/link/sign-in-on-unspeakable-host.ts';
import { loadLists } from '../../../src/data/load.ts';
import { knowledge, link, runCheck } from '../../helpers/evidence.ts';

/** Names are taken for senseless by the letters of the shipped list. */
const known = knowledge({ lists: { popular: loadLists().popular } });

describe('sign-in-on-unspeakable-host', () => {
  it.each([['a drawn name with a sign-in page', 'https://xvkqzt.test/login']])('catches %s', (_, url) => {
    expect(runCheck(signInOnUnspeakableHost, { links: [link(url)] }, known)).toBeDefined();
  });
  it.each([
    // An abbreviation of a firm looks the same.
    ['a drawn name alone', 'https://xvkqzt.test/'],
    ['a spoken name with a sign-in page', 'https://meadow-house.test/login'],
  ])('lets %s pass', (_, url) => {
    expect(runCheck(signInOnUnspeakableHost, { links: [link(url)] }, known)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { userinfoInLink } from '../../../src/checks/link/userinfo-in-link.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('userinfo-in-link', () => {
  it('catches a site as user name', () => {
    expect(runCheck(userinfoInLink, { links: [link('https://paypal.com@evil.test/')] })).toEqual({
      front: 'paypal.com',
      host: 'evil.test',
    });
  });
  it('catches a long one that pushes the host out of sight', () => {
    expect(
      runCheck(userinfoInLink, { links: [link('https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@evil.test/')] }),
    ).toBeDefined();
  });
  it('lets a short user name pass', () => {
    // Developers’ links to a repository.
    expect(runCheck(userinfoInLink, { links: [link('https://git@code.test/x')] })).toBeUndefined();
  });
  it('lets other schemes pass', () => {
    // There a user name is ordinary.
    expect(runCheck(userinfoInLink, { links: [link('ftp://user:pw@files.test/')] })).toBeUndefined();
  });
});

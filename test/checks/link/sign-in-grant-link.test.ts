import { describe, expect, it } from 'vitest';
import { signInGrantLink } from '../../../src/checks/link/sign-in-grant-link.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('sign-in-grant-link', () => {
  it('catches a device page', () => {
    expect(runCheck(signInGrantLink, { links: [link('https://microsoft.com/devicelogin')] })).toEqual({
      host: 'microsoft.com',
    });
  });
  it('catches a grant to a stranger', () => {
    expect(
      runCheck(signInGrantLink, {
        links: [
          link(
            'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=1&redirect_uri=https://evil.test/cb',
          ),
        ],
      }),
    ).toEqual({ host: 'login.microsoftonline.com' });
  });
  it('lets a grant to one’s own site pass', () => {
    // Signing in at the intranet.
    expect(
      runCheck(signInGrantLink, {
        links: [
          link(
            'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=1&redirect_uri=https://app.hospital.example/cb',
          ),
        ],
      }),
    ).toBeUndefined();
  });
  it('lets a plain sign-in pass', () => {
    expect(runCheck(signInGrantLink, { links: [link('https://login.microsoftonline.com/')] })).toBeUndefined();
  });
});

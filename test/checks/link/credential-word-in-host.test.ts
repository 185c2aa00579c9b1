import { describe, expect, it } from 'vitest';
import { credentialWordInHost } from '../../../src/checks/link/credential-word-in-host.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';

describe('credential-word-in-host', () => {
  it('catches a domain of such words', () => {
    expect(runCheck(credentialWordInHost, { links: [link('https://secure-mailbox-check.test/')] })).toEqual({
      domain: 'secure-mailbox-check.test',
      word: 'secure',
    });
  });
  it('lets a log-in sub-domain pass', () => {
    // Honest firms put it in front.
    expect(runCheck(credentialWordInHost, { links: [link('https://login.firm.test/')] })).toBeUndefined();
  });
  it('lets a name without hyphen pass', () => {
    // A firm’s chosen name.
    expect(runCheck(credentialWordInHost, { links: [link('https://loginradius.test/')] })).toBeUndefined();
  });
  it('lets the sender’s own domain pass', () => {
    // Then it is the sender that must be judged.
    expect(
      runCheck(credentialWordInHost, {
        messages: [message({ from: 'a@secure-docs.test' })],
        links: [link('https://secure-docs.test/x')],
      }),
    ).toBeUndefined();
  });
});

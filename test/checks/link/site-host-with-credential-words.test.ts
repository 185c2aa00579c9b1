import { describe, expect, it } from 'vitest';
import { siteHostWithCredentialWords } from '../../../src/checks/link/site-host-with-credential-words.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';

describe('site-host-with-credential-words', () => {
  it('catches a log-in page on a host where anyone gets a site', () => {
    expect(
      runCheck(siteHostWithCredentialWords, {
        messages: [message({})],
        links: [link('https://mail-login.pages.dev/')],
      }),
    ).toEqual({ host: 'mail-login.pages.dev' });
  });
  it('catches it by the words of the mail', () => {
    expect(
      runCheck(siteHostWithCredentialWords, {
        messages: [message({ text: 'Please verify your account.' })],
        links: [link('https://blue-sky.pages.dev/')],
      }),
    ).toBeDefined();
  });
  it('lets a developer’s site pass', () => {
    // The host alone convicts nobody.
    expect(
      runCheck(siteHostWithCredentialWords, {
        messages: [message({ text: 'My new project is here.' })],
        links: [link('https://ada.github.io/tool/')],
      }),
    ).toBeUndefined();
  });
  it('lets the service itself pass', () => {
    // Its own front page.
    expect(
      runCheck(siteHostWithCredentialWords, {
        messages: [message({ text: 'Please verify your account.' })],
        links: [link('https://pages.dev/')],
      }),
    ).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { openRedirect } from '../../../src/checks/link/open-redirect.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';

describe('open-redirect', () => {
  it('catches another site inside a well-known one', () => {
    expect(runCheck(openRedirect, { links: [link('https://www.google.com/url?q=https://evil.test/x')] })).toEqual({
      front: 'www.google.com',
      target: 'evil.test',
    });
  });
  it('catches it without a scheme', () => {
    expect(runCheck(openRedirect, { links: [link('https://www.google.com/url?url=//evil.test/x')] })).toBeDefined();
  });
  it('catches a redirect that the parser has followed already', () => {
    const evil = link('https://evil.test/x');
    expect(
      runCheck(openRedirect, {
        links: [
          {
            ...evil,
            original: 'https://www.google.com/amp/s/evil.test/x',
            rewriters: ['google-amp'],
          },
        ],
      }),
    ).toEqual({ front: 'www.google.com', target: 'evil.test' });
  });
  it('lets the rewriting of a mail filter pass', () => {
    const honest = link('https://shop.test/x');
    expect(
      runCheck(openRedirect, {
        links: [
          {
            ...honest,
            original: 'https://nam01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fshop.test%2Fx',
            rewriters: ['safelinks'],
          },
        ],
      }),
    ).toBeUndefined();
  });
  it('lets a hop to the same house pass', () => {
    expect(
      runCheck(openRedirect, { links: [link('https://www.google.com/url?q=https://maps.google.com/')] }),
    ).toBeUndefined();
  });
  it('lets sharing pass', () => {
    // "Share this article" buttons.
    expect(
      runCheck(openRedirect, { links: [link('https://www.google.com/share?url=https://news.test/a')] }),
    ).toBeUndefined();
  });
  it('lets the sender’s own site pass', () => {
    expect(
      runCheck(openRedirect, {
        messages: [message({ from: 'a@firm.test' })],
        links: [link('https://www.google.com/url?q=https://firm.test/x')],
      }),
    ).toBeUndefined();
  });
  it('lets a page’s own address pass', () => {
    // Not a parameter that goes on.
    expect(
      runCheck(openRedirect, { links: [link('https://www.google.com/search?source=https://news.test/a')] }),
    ).toBeUndefined();
  });
});

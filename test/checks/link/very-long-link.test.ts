import { describe, expect, it } from 'vitest';
import { veryLongLink } from '../../../src/checks/link/very-long-link.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';

const long = `?x=${'a1'.repeat(1100)}`;

describe('very-long-link', () => {
  it('catches one to a page that nobody knows', () => {
    const found = runCheck(veryLongLink, {
      messages: [message({ from: 'a@firm.test' })],
      links: [link(`https://evil.test/${long}`)],
    });
    expect(found?.host).toBe('evil.test');
  });
  it('lets well-known sites, mailing services and the sender’s own site pass', () => {
    for (const host of ['accounts.google.com', 'u1.ct.sendgrid.net', 'www.firm.test']) {
      const links = [link(`https://${host}/${long}`)];
      expect(runCheck(veryLongLink, { messages: [message({ from: 'a@firm.test' })], links }), host).toBeUndefined();
    }
  });
  it('lets an ordinary link pass', () => {
    expect(runCheck(veryLongLink, { links: [link('https://evil.test/x')] })).toBeUndefined();
  });
});

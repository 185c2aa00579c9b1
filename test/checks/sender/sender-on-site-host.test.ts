import { describe, expect, it } from 'vitest';
import { senderOnSiteHost } from '../../../src/checks/sender/sender-on-site-host.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('sender-on-site-host', () => {
  const run = (from: string) => runCheck(senderOnSiteHost, { messages: [message({ from })] });

  it('catches free projects and test tenants', () => {
    expect(run('Bonus <noreply@win-1a2b.web.app>')).toEqual({ domain: 'win-1a2b.web.app', host: 'web.app' });
    expect(run('Bonus <a@win77.onmicrosoft.com>')).toEqual({
      domain: 'win77.onmicrosoft.com',
      host: 'onmicrosoft.com',
    });
  });
  it('lets the host itself pass', () => {
    expect(run('Host <noreply@pages.dev>')).toBeUndefined();
  });
  it('lets ordinary domains pass', () => {
    expect(run('Ada <ada@school.example>')).toBeUndefined();
  });
});

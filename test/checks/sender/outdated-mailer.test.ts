import { describe, expect, it } from 'vitest';
import { outdatedMailer } from '../../../src/checks/sender/outdated-mailer.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

const headers = [{ name: 'x-mailer', value: 'Microsoft Outlook Express 6.00.2600.0000' }];

describe('outdated-mailer', () => {
  it('catches a mail of today from a program of the year 2001', () => {
    expect(
      runCheck(outdatedMailer, { messages: [message({ headers, sentAt: '2025-03-01T10:00:00.000Z' })] })?.mailer,
    ).toContain('Express');
  });
  it('lets old mail pass', () => {
    expect(
      runCheck(outdatedMailer, { messages: [message({ headers, sentAt: '2004-03-01T10:00:00.000Z' })] }),
    ).toBeUndefined();
  });
  it('lets today’s programs pass', () => {
    const today = [{ name: 'x-mailer', value: 'Microsoft Outlook 16.0' }];
    expect(
      runCheck(outdatedMailer, { messages: [message({ headers: today, sentAt: '2025-03-01T10:00:00.000Z' })] }),
    ).toBeUndefined();
  });
});

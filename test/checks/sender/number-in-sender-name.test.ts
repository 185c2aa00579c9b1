import { describe, expect, it } from 'vitest';
import { numberInSenderName } from '../../../src/checks/sender/number-in-sender-name.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('number-in-sender-name', () => {
  const run = (name: string, parts: Parameters<typeof message>[0] = {}) =>
    runCheck(numberInSenderName, { messages: [message({ from: `${name} <x@school.example>`, ...parts })] });

  it('catches a number made for this mail', () => {
    expect(run('POINTS - 0122917271798662')).toEqual({ name: 'POINTS - 0122917271798662' });
  });
  it('lets years, years of service and bare telephone numbers pass', () => {
    expect(run('Fair 2026')).toBeUndefined();
    expect(run('491701234567')).toBeUndefined();
    expect(run('Voice message from +49 30 1234567')).toBeUndefined();
  });
  it('lets delivery reports and answers pass', () => {
    expect(run('Postmaster 585571930')).toBeUndefined();
    expect(run('Ada 12345', { subject: 'Re: plan', isReply: true })).toBeUndefined();
  });
  it('lets whoever posted a text pass', () => {
    // A colleague who hands on what reached them.
    expect(run('Ada 12345', { form: 'pasted' })).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { organisationVoiceForeignSender } from '../../../src/checks/content/organisation-voice-foreign-sender.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('organisation-voice-foreign-sender', () => {
  const FOOT = 'Please verify your account.\n\nIT Service Desk\nRiverside Hospital';
  const run = (parts: Parameters<typeof message>[0]) =>
    runCheck(organisationVoiceForeignSender, { messages: [message({ from: 'Desk <x@desk.example>', ...parts })] });

  it('catches a desk of one’s own at the foot of a foreign mail', () => {
    expect(run({ text: FOOT })).toEqual({ organisation: 'Riverside Hospital', address: 'x@desk.example' });
  });
  it('catches the organisation in the subject, with a demand for access', () => {
    expect(run({ subject: 'Riverside Hospital: password expires', text: 'See below.' })).toBeDefined();
  });
  it('catches the team as signature', () => {
    expect(run({ text: 'Dear all, please verify your account today.\n\nRiverside Hospital Team' })).toBeDefined();
  });
  it('lets colleagues pass', () => {
    expect(run({ from: 'Desk <it@hospital.example>', text: FOOT })).toBeUndefined();
  });
  it('lets a supplier pass who names the customer and wants no access', () => {
    expect(run({ subject: 'Offer for Riverside Hospital', text: 'Find our offer attached.' })).toBeUndefined();
  });
  it('lets a greeting pass', () => {
    expect(
      run({ text: `Dear Riverside Hospital Team,\nplease verify your account. ${'More of the same. '.repeat(20)}` }),
    ).toBeUndefined();
  });
  it('lets answers pass', () => {
    expect(run({ text: FOOT, subject: 'Re: plan', isReply: true })).toBeUndefined();
  });
});

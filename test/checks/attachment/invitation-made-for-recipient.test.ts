import { describe, expect, it } from 'vitest';
import { invitationMadeForRecipient } from '../../../src/checks/attachment/invitation-made-for-recipient.ts';
import { attachment, message, runCheck } from '../../helpers/evidence.ts';

function check(content: string, from = 'bo@strange.example') {
  const messages = [message({ from, to: ['ada@hospital.example'] })];
  return runCheck(invitationMadeForRecipient, {
    messages,
    attachments: [attachment('', { type: 'ics', content: `BEGIN:VEVENT\r\n${content}\r\nEND:VEVENT` })],
  });
}

describe('invitation-made-for-recipient', () => {
  it('catches the reader’s address as the id', () => {
    expect(check('UID:Ada@hospital.example')).toEqual({ name: 'invite.ics', address: 'ada@hospital.example' });
    expect(check('UID:7781-ada@hospital.example-1')).toBeDefined();
  });

  it('lets the guest list pass: every invitation names its reader', () => {
    expect(check('UID:1b2c@strange.example\r\nATTENDEE;CN=Ada:mailto:ada@hospital.example')).toBeUndefined();
  });

  it('lets a colleague’s calendar pass', () => {
    expect(check('UID:ada@hospital.example', 'bo@hospital.example')).toBeUndefined();
  });
});

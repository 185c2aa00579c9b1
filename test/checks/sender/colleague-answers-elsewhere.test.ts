import { describe, expect, it } from 'vitest';
import { colleagueAnswersElsewhere } from '../../../src/checks/sender/colleague-answers-elsewhere.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

const found = (parts: Parameters<typeof message>[0]) =>
  runCheck(colleagueAnswersElsewhere, { messages: [message(parts)] });

describe('colleague-answers-elsewhere', () => {
  it('catches a colleague whose answers go outside', () => {
    expect(found({ from: 'Ada <ada@hospital.example>', replyTo: ['ada.chen@evil.test'] })).toEqual({
      from: 'ada@hospital.example',
      replyTo: 'ada.chen@evil.test',
    });
  });
  it('catches a sender of the house that it was sent to, whichever that is', () => {
    expect(found({ from: 'a@firm.test', to: ['b@firm.test'], replyTo: ['c@evil.test'] })).toBeDefined();
  });
  it('lets answers pass that stay in the house', () => {
    expect(found({ from: 'ada@hospital.example', replyTo: ['desk@it.hospital.example'] })).toBeUndefined();
  });
  it('lets a list pass, and an address that the mail itself gives', () => {
    const parts = { from: 'ada@hospital.example', replyTo: ['ada@home.test'] };
    expect(found({ ...parts, headers: [{ name: 'list-id', value: '<x.hospital.example>' }] })).toBeUndefined();
    expect(found({ ...parts, text: 'Please answer to ada@home.test, I am on leave.' })).toBeUndefined();
  });
  it('lets two customers of one mail provider pass', () => {
    expect(found({ from: 'a@gmail.com', to: ['b@gmail.com'], replyTo: ['c@firm.test'] })).toBeUndefined();
  });
});

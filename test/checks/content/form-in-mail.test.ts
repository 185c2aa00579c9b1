import { describe, expect, it } from 'vitest';
import { formInMail } from '../../../src/checks/content/form-in-mail.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('form-in-mail', () => {
  it('catches a field for a password', () => {
    const mail = message({ forms: [{ action: 'https://collect.example/p', asksPassword: true }] });
    expect(runCheck(formInMail, { messages: [mail] })).toEqual({ target: 'https://collect.example/p' });
  });

  it('names a form that goes nowhere', () => {
    expect(runCheck(formInMail, { messages: [message({ forms: [{ action: '', asksPassword: true }] })] })).toEqual({
      target: 'an unknown place',
    });
  });

  it('lets a survey or a search field pass', () => {
    const mail = message({ forms: [{ action: 'https://survey.example/', asksPassword: false }] });
    expect(runCheck(formInMail, { messages: [mail] })).toBeUndefined();
  });

  it('lets a mail without forms pass', () => {
    expect(
      runCheck(formInMail, { messages: [message({ text: 'Password: see the note on the board' })] }),
    ).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { formAsksPassword } from '../../../src/checks/link/form-asks-password.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('form-asks-password', () => {
  it('catches a password field in the mail', () => {
    expect(
      runCheck(formAsksPassword, {
        messages: [message({ forms: [{ action: 'https://www.evil.test/post.php', asksPassword: true }] })],
      }),
    ).toEqual({ target: 'evil.test' });
  });
  it('catches one that says not where it goes', () => {
    expect(
      runCheck(formAsksPassword, { messages: [message({ forms: [{ action: '', asksPassword: true }] })] }),
    ).toEqual({ target: 'an unknown place' });
  });
  it('lets a search box pass', () => {
    // Some newsletters have one.
    expect(
      runCheck(formAsksPassword, {
        messages: [message({ forms: [{ action: 'https://shop.test/search', asksPassword: false }] })],
      }),
    ).toBeUndefined();
  });
  it('lets a mail without forms pass', () => {
    expect(runCheck(formAsksPassword, { messages: [message({ text: 'password' })] })).toBeUndefined();
  });
});

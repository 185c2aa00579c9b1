import { describe, expect, it } from 'vitest';
import { accountSuspended } from '../../../src/checks/content/account-suspended.ts';
import { attachment, link, message, runCheck } from '../../helpers/evidence.ts';
import { knowing } from '../../helpers/lures.ts';

const known = knowing({ 'account-problem': ['account has been suspended'] }, { 'account-problem': ['账户已被冻结'] });

describe('account-suspended', () => {
  it('catches fear for an account with a link', () => {
    const mail = message({ subject: 'Notice', text: 'Your account has been suspended.' });
    const links = [link('https://restore.example/')];
    expect(runCheck(accountSuspended, { messages: [mail], links }, known)).toEqual({
      phrase: 'account has been suspended',
    });
  });

  it('catches it in Chinese with a form in the attachment', () => {
    const mail = message({ text: '您的账户已被冻结,请查看附件' });
    expect(runCheck(accountSuspended, { messages: [mail], attachments: [attachment('form.html')] }, known)).toEqual({
      phrase: '账户已被冻结',
    });
  });

  it('catches it behind letters that only look alike', () => {
    const mail = message({ text: 'Your aсcоunt has been suspеnded.' });
    expect(
      runCheck(accountSuspended, { messages: [mail], links: [link('https://restore.example/')] }, known),
    ).toBeDefined();
  });

  it('lets a bank’s real notice pass: its links all lead home', () => {
    const mail = message({ from: 'service@paypal.com', text: 'Your account has been suspended.' });
    expect(
      runCheck(accountSuspended, { messages: [mail], links: [link('https://www.paypal.com/help')] }, known),
    ).toBeUndefined();
  });

  it('lets a colleague’s sentence pass: there is nothing to click, and a way to unsubscribe is none', () => {
    const mail = message({ text: 'The account has been suspended, says Ben. Can you ask IT?' });
    const links = [link('https://list.example/u', { shown: 'Unsubscribe' })];
    expect(runCheck(accountSuspended, { messages: [mail], links }, known)).toBeUndefined();
  });
});

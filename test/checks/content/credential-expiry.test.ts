import { describe, expect, it } from 'vitest';
import { credentialExpiry } from '../../../src/checks/content/credential-expiry.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';
import { knowing, plainText } from '../../helpers/lures.ts';

const known = knowing(
  { credential: ['your password expires'], 'call-to-action': ['click here'] },
  { credential: ['密码过期'], 'call-to-action': ['点击'] },
);
const sign = link('https://mail-portal.example/keep');

describe('credential-expiry', () => {
  it('catches a password that runs out, with a link', () => {
    const mail = message({
      from: 'IT <it@other.example>',
      text: 'Your password expires today. Click here to keep it.',
    });
    expect(runCheck(credentialExpiry, { messages: [mail], links: [sign] }, known)).toEqual({
      phrase: 'your password expires',
    });
  });

  it('catches it in Chinese, broken over two lines', () => {
    const mail = message({ text: '您的邮箱密码\n过期,请点击更新' });
    expect(runCheck(credentialExpiry, { messages: [mail], links: [sign] }, known)).toEqual({ phrase: '密码过期' });
  });

  it('catches it in a text message without a sender', () => {
    const text = message({ form: 'pasted', text: 'Your password expires: https://mail-portal.example/keep' });
    expect(runCheck(credentialExpiry, { messages: [text], links: [sign] }, known)).toBeDefined();
  });

  it('catches the demand alone: links get lost when a lure is pasted', () => {
    const text = message({ form: 'pasted', text: 'Your password expires today. Click here to keep it.' });
    expect(runCheck(credentialExpiry, { messages: [text] }, known)).toBeDefined();
  });

  it('lets the real notice of a known service pass: its links all lead home', () => {
    const mail = message({ from: 'no-reply@microsoft.com', text: 'Your password expires in 5 days. Click here.' });
    const home = [link('https://account.microsoft.com/'), link('https://www.paypal.com/')];
    expect(runCheck(credentialExpiry, { messages: [mail], links: home }, known)).toBeUndefined();
  });

  it('still catches it when one of the links leads elsewhere', () => {
    const mail = message({ from: 'no-reply@microsoft.com', text: 'Your password expires in 5 days. Click here.' });
    const mixed = [link('https://account.microsoft.com/'), sign];
    expect(runCheck(credentialExpiry, { messages: [mail], links: mixed }, known)).toBeDefined();
  });

  it('lets a colleague pass who mentions it and gives nothing to click', () => {
    const mail = message({
      from: 'it@hospital.example',
      text: 'Your password expires soon. Press Ctrl+Alt+Del to change it.',
    });
    expect(runCheck(credentialExpiry, { messages: [mail] }, known)).toBeUndefined();
  });

  it('lets a long letter pass that mentions it far from any demand', () => {
    const mail = message({ text: `Your password expires. ${plainText(4000)} Click here for the minutes.` });
    expect(runCheck(credentialExpiry, { messages: [mail], links: [sign] }, known)).toBeUndefined();
  });

  it('lets an answer pass that quotes the lure on a mailing list', () => {
    const mail = message({ isReply: true, text: 'Is this real?\n> Your password expires today. Click here.\n' });
    expect(runCheck(credentialExpiry, { messages: [mail], links: [sign] }, known)).toBeUndefined();
  });
});

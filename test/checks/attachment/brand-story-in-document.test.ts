import { describe, expect, it } from 'vitest';
import { brandStoryInDocument } from '../../../src/checks/attachment/brand-story-in-document.ts';
import { attachment, message, runCheck } from '../../helpers/evidence.ts';
import { knowing, plainText } from '../../helpers/lures.ts';

const known = knowing({ 'account-problem': ['account on hold'], 'call-to-action': ['sign in'] });
const letter = 'Dear PayPal customer, we put your account on hold. Sign in to restore it.';

function check(content: string, parts: Parameters<typeof message>[0] = {}) {
  const messages = [message({ from: 'bo@strange.example', ...parts })];
  const attachments = [attachment('alert.pdf', { type: 'pdf', content })];
  return runCheck(brandStoryInDocument, { messages, attachments }, known);
}

describe('brand-story-in-document', () => {
  it('catches the letter of a house that did not send it', () => {
    expect(check(letter)).toEqual({
      name: 'alert.pdf',
      brand: 'PayPal',
      phrase: 'account on hold',
      sender: 'bo@strange.example',
    });
  });

  it('lets the house itself pass', () => {
    expect(check(letter, { from: 'service@paypal.com' })).toBeUndefined();
  });

  it('lets a bill that only can be paid over a known house pass', () => {
    expect(check('Our bill for March. Pay by PayPal.')).toBeUndefined();
  });

  it('lets a story without a brand, or without a demand pass', () => {
    expect(check('We put your account on hold. Sign in.')).toBeUndefined();
    expect(check('PayPal put the account on hold.')).toBeUndefined();
  });

  it('lets long papers, colleagues and answers pass', () => {
    expect(check(`${letter} ${plainText(6_000)}`)).toBeUndefined();
    expect(check(letter, { from: 'bo@hospital.example' })).toBeUndefined();
    expect(check(letter, { isReply: true, subject: 'Re: my account' })).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { brandHeadsLetterForeignSender } from '../../../src/checks/content/brand-heads-letter-foreign-sender.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';

const AWAY = [link('https://www.kl-garten.example/x')];

describe('brand-heads-letter-foreign-sender', () => {
  const run = (parts: Parameters<typeof message>[0]) =>
    runCheck(brandHeadsLetterForeignSender, { messages: [message(parts)], links: AWAY });

  it('catches a letter head of a brand that has no part in the mail', () => {
    expect(run({ from: 'Notice <x@school.example>', text: 'PayPal\n\nDear customer, log in.' })).toEqual({
      brand: 'PayPal',
    });
  });
  it('lets a mention further down pass', () => {
    expect(
      run({ from: 'Ada <x@school.example>', text: 'Hello Ben, could you tell me whether you ever used PayPal?' }),
    ).toBeUndefined();
  });
  it('lets the brand itself pass', () => {
    expect(run({ from: 'PayPal <service@paypal.com>', text: 'PayPal\n\nYour statement' })).toBeUndefined();
  });
  it('lets answers pass', () => {
    expect(
      run({ from: 'Ada <x@school.example>', text: 'PayPal works for me', subject: 'Re: plan', isReply: true }),
    ).toBeUndefined();
  });
});

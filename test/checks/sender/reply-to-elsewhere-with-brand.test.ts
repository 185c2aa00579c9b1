import { describe, expect, it } from 'vitest';
import { replyToElsewhereWithBrand } from '../../../src/checks/sender/reply-to-elsewhere-with-brand.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('reply-to-elsewhere-with-brand', () => {
  const run = (parts: Parameters<typeof message>[0]) =>
    runCheck(replyToElsewhereWithBrand, { messages: [message(parts)] });

  it('catches a brand as sender whose answers go to a third house', () => {
    expect(run({ from: 'PayPal <x@school.example>', replyTo: ['b@other.example'] })).toEqual({
      brand: 'PayPal',
      from: 'x@school.example',
      replyTo: 'b@other.example',
    });
  });
  it('catches a brand in the subject', () => {
    expect(run({ from: 'A <x@school.example>', subject: 'PayPal notice', replyTo: ['b@other.example'] })).toBeDefined();
  });
  it('lets answers pass that go to the brand, to the sender or to a colleague', () => {
    for (const to of ['help@paypal.com', 'y@mail.school.example', 'ada@hospital.example']) {
      expect(run({ from: 'PayPal <x@school.example>', replyTo: [to] })).toBeUndefined();
    }
  });
  it('lets the brand itself pass, and mail that names none', () => {
    expect(run({ from: 'PayPal <x@paypal.com>', replyTo: ['b@other.example'] })).toBeUndefined();
    expect(run({ from: 'Ada <x@school.example>', replyTo: ['b@other.example'] })).toBeUndefined();
  });
});

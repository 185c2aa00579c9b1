import { describe, expect, it } from 'vitest';
import { severalSenders } from '../../../src/checks/sender/several-senders.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('several-senders', () => {
  it('catches two senders of two houses', () => {
    expect(
      runCheck(severalSenders, {
        messages: [message({ from: 'a@paypal.com', senders: ['a@paypal.com', 'x@evil.example'] })],
      }),
    ).toEqual({ first: 'a@paypal.com', second: 'x@evil.example' });
  });
  it('lets co-authors of one house pass', () => {
    // The mail format allows it.
    expect(
      runCheck(severalSenders, {
        messages: [message({ from: 'a@firm.example', senders: ['a@firm.example', 'b@mail.firm.example'] })],
      }),
    ).toBeUndefined();
  });
  it('catches a Sender header that lends weight to a brand', () => {
    const senders = ['a@paypal.com', 'x@evil.example'];
    const headers = [{ name: 'sender', value: 'x@evil.example' }];
    expect(runCheck(severalSenders, { messages: [message({ from: senders[0], senders, headers })] })).toBeDefined();
  });
  it('lets co-authors of two houses pass of whom one is named as the sender', () => {
    const senders = ['a@firm.example', 'b@partner.example'];
    const headers = [{ name: 'sender', value: 'A <a@firm.example>' }];
    expect(runCheck(severalSenders, { messages: [message({ from: senders[0], senders, headers })] })).toBeUndefined();
  });
  it('lets one sender pass', () => {
    expect(runCheck(severalSenders, { messages: [message({ from: 'a@firm.example' })] })).toBeUndefined();
  });
  it('lets an address named twice pass', () => {
    // Broken software repeats the header.
    expect(
      runCheck(severalSenders, {
        messages: [message({ from: 'a@firm.example', senders: ['a@firm.example', 'a@firm.example'] })],
      }),
    ).toBeUndefined();
  });
});

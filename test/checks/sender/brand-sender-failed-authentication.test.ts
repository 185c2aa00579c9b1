import { describe, expect, it } from 'vitest';
import { brandSenderFailedAuthentication } from '../../../src/checks/sender/brand-sender-failed-authentication.ts';
import type { AuthenticationResult } from '../../../src/model.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

const known = knowledge({ organisation: { authservIds: ['mx.hospital.example'] } });
const ours: AuthenticationResult = { authserv: 'lurecheck', method: 'dmarc', result: 'fail', verified: true };
const run = (parts: Parameters<typeof message>[0]) =>
  runCheck(brandSenderFailedAuthentication, { messages: [message(parts)] }, known);

describe('brand-sender-failed-authentication', () => {
  it('catches a brand’s address that failed our own look', () => {
    expect(run({ from: 'service@paypal.com', authentication: [ours] })).toEqual({
      brand: 'PayPal',
      address: 'service@paypal.com',
    });
  });
  it('catches one that failed at our own mail server', () => {
    const noted: AuthenticationResult = { authserv: 'mx.hospital.example', method: 'dmarc', result: 'fail' };
    expect(run({ from: 'service@mail.paypal.com', authentication: [noted] })).toBeDefined();
  });

  it('lets a brand’s mail pass that our server saw pass, whatever is left of its signature now', () => {
    const noted: AuthenticationResult = { authserv: 'mx.hospital.example', method: 'dmarc', result: 'pass' };
    expect(run({ from: 'service@paypal.com', authentication: [noted, ours] })).toBeUndefined();
  });
  it('lets a failure pass that a stranger’s server claims, even under our own look’s name', () => {
    const { verified: _, ...claimed } = ours;
    expect(run({ from: 'service@paypal.com', authentication: [claimed] })).toBeUndefined();
  });
  it('lets a mailing list pass, and senders that are no brand', () => {
    const headers = [{ name: 'list-id', value: '<dev.lists.example>' }];
    expect(run({ from: 'dev@paypal.com', headers, authentication: [ours] })).toBeUndefined();
    expect(run({ from: 'ada@shop.example', authentication: [ours] })).toBeUndefined();
  });
  it('lets a private person’s mailbox at a provider pass', () => {
    expect(run({ from: 'ada@gmail.com', authentication: [ours] })).toBeUndefined();
  });
});

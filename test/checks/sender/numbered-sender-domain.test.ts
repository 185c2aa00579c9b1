import { describe, expect, it } from 'vitest';
import { numberedSenderDomain } from '../../../src/checks/sender/numbered-sender-domain.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';

const AWAY = [link('https://www.kl-garten.example/x')];

describe('numbered-sender-domain', () => {
  const run = (from: string, parts: Parameters<typeof message>[0] = {}) =>
    runCheck(numberedSenderDomain, { messages: [message({ from, ...parts })], links: AWAY });

  it('catches one of a row of domains', () => {
    expect(run('Prize <x@monkey25.example>')).toEqual({ domain: 'monkey25.example' });
  });
  it('lets one digit pass, and a house that says its number', () => {
    expect(run('Ada <x@cloud9.example>')).toBeUndefined();
    expect(run('Shop <x@shop24.example>', { text: 'Welcome to shop24' })).toBeUndefined();
  });
  it('lets answers and free mailboxes pass', () => {
    expect(run('Ada <x@monkey25.example>', { subject: 'Re: plan', isReply: true })).toBeUndefined();
    expect(run('Ada <x99@gmail.com>')).toBeUndefined();
  });
});

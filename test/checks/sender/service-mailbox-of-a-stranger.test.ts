import { describe, expect, it } from 'vitest';
import { serviceMailboxOfAStranger } from '../../../src/checks/sender/service-mailbox-of-a-stranger.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';

const AWAY = [link('https://www.kl-garten.example/x')];

describe('service-mailbox-of-a-stranger', () => {
  const run = (parts: Parameters<typeof message>[0]) =>
    runCheck(serviceMailboxOfAStranger, { messages: [message(parts)], links: AWAY });

  it('catches a service mailbox of a house that does not speak', () => {
    expect(run({ from: 'Prize <no-reply@school.example>' })).toEqual({ address: 'no-reply@school.example' });
    expect(run({ from: 'Prize <support@school.example>' })).toBeDefined();
  });
  it('lets the house pass that says who it is', () => {
    expect(run({ from: 'News <no-reply@kl-garten.example>' })).toBeUndefined();
    expect(run({ from: 'News <no-reply@school.example>', text: 'News of our School' })).toBeUndefined();
  });
  it('lets persons’ and free mailboxes pass', () => {
    expect(run({ from: 'Ada <ada@school.example>' })).toBeUndefined();
    expect(run({ from: 'Ada <info@gmail.com>' })).toBeUndefined();
  });
  it('lets answers pass', () => {
    expect(run({ from: 'Ada <info@school.example>', subject: 'Re: plan', isReply: true })).toBeUndefined();
  });
});

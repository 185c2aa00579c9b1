import { describe, expect, it } from 'vitest';
import { oddEndingAmongStrangers } from '../../../src/checks/sender/odd-ending-among-strangers.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';

const AWAY = [link('https://www.kl-garten.example/x')];

describe('odd-ending-among-strangers', () => {
  const run = (from: string, parts: Parameters<typeof message>[0] = {}) =>
    runCheck(oddEndingAmongStrangers, { messages: [message({ from, ...parts })], links: AWAY });

  it('catches a new ending of a house that does not speak', () => {
    expect(run('Prize <x@monkey.beauty>')).toEqual({ domain: 'monkey.beauty' });
  });
  it('lets plain endings pass', () => {
    expect(run('Ada <x@monkey.com>')).toBeUndefined();
    expect(run('Ada <x@monkey.ac.uk>')).toBeUndefined();
    expect(run('Ada <x@monkey.edu>')).toBeUndefined();
  });
  it('lets a house pass that says who it is, and answers', () => {
    expect(run('Monkey <x@monkey.beauty>', { text: 'Monkey Beauty opens' })).toBeUndefined();
    expect(run('Ada <x@monkey.beauty>', { subject: 'Re: plan', isReply: true })).toBeUndefined();
  });
  it('leaves endings that nobody gives out to another check', () => {
    expect(run('Ada <x@server.local>')).toBeUndefined();
  });
});

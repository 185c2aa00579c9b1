import { describe, expect, it } from 'vitest';
import { lookalikeOfOwnDomain } from '../../../src/checks/sender/lookalike-of-own-domain.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

describe('lookalike-of-own-domain', () => {
  it('catches one letter drawn alike', () => {
    expect(runCheck(lookalikeOfOwnDomain, { messages: [message({ from: 'it@hospita1.example' })] })).toEqual({
      address: 'it@hospita1.example',
      own: 'hospital.example',
    });
  });
  it('catches another ending', () => {
    expect(runCheck(lookalikeOfOwnDomain, { messages: [message({ from: 'it@hospital.test' })] })).toBeDefined();
  });
  it('catches the name with a bait word', () => {
    expect(runCheck(lookalikeOfOwnDomain, { messages: [message({ from: 'it@hospital-login.test' })] })).toBeDefined();
  });
  it('catches it in Reply-To', () => {
    expect(
      runCheck(lookalikeOfOwnDomain, {
        messages: [message({ from: 'it@firm.test', replyTo: ['boss@hospitall.example'] })],
      }),
    ).toBeDefined();
  });
  it('lets the own domain pass', () => {
    expect(
      runCheck(lookalikeOfOwnDomain, { messages: [message({ from: 'it@mail.hospital.example' })] }),
    ).toBeUndefined();
  });
  it('lets a house pass whose name goes on in plain words', () => {
    // hospitality is no look-alike.
    expect(runCheck(lookalikeOfOwnDomain, { messages: [message({ from: 'a@hospitality-inn.test' })] })).toBeUndefined();
  });
  it('lets a well-known domain pass', () => {
    // It was there before us.
    expect(
      runCheck(
        lookalikeOfOwnDomain,
        { messages: [message({ from: 'a@hospital.test' })] },
        knowledge({ lists: { popular: new Map([['hospital.test', 5]]) } }),
      ),
    ).toBeUndefined();
  });
});

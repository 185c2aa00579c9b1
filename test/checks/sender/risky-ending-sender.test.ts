import { describe, expect, it } from 'vitest';
import { riskyEndingSender } from '../../../src/checks/sender/risky-ending-sender.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

describe('risky-ending-sender', () => {
  it('catches a cheap ending', () => {
    expect(runCheck(riskyEndingSender, { messages: [message({ from: 'a@gifts.top' })] })).toEqual({
      address: 'a@gifts.top',
      ending: 'top',
    });
  });
  it('lets a plain ending pass', () => {
    // top is the name here, not the ending.
    expect(runCheck(riskyEndingSender, { messages: [message({ from: 'a@top.example' })] })).toBeUndefined();
  });
  it('lets a well-known domain pass', () => {
    // A large firm lives there.
    expect(
      runCheck(
        riskyEndingSender,
        { messages: [message({ from: 'a@abc.xyz' })] },
        knowledge({ lists: { popular: new Map([['abc.xyz', 9]]) } }),
      ),
    ).toBeUndefined();
  });
});

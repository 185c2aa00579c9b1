import { describe, expect, it } from 'vitest';
import { donationToYou } from '../../../src/checks/content/donation-to-you.ts';
import { loadLists } from '../../../src/data/load.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

const known = knowledge({ lists: { lures: loadLists().lures } });

const run = (parts: Parameters<typeof message>[0]) => runCheck(donationToYou, { messages: [message(parts)] }, known);

describe('donation-to-you', () => {
  it('catches a gift of millions', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@gmail.com>',
        text: 'The sum of €1,500,000 has been donated to you by a good man. Kindly get back.',
      }),
    ).toBeDefined();
  });
  it('lets a charity that says thank you pass', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@firm.example>',
        text: 'Thank you for your donation of £30. It keeps 40 stations ready.',
      }),
    ).toBeUndefined();
  });
  it('lets talk of a large donation in an answer pass', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@firm.example>',
        subject: 'Re: library',
        isReply: true,
        text: 'The 2,000,000 that were donated to you last year are spent.',
      }),
    ).toBeUndefined();
  });
});

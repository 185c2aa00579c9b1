import { describe, expect, it } from 'vitest';
import { moneyForPersonalDetails } from '../../../src/checks/content/money-for-personal-details.ts';
import { loadLists } from '../../../src/data/load.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

const known = knowledge({ lists: { lures: loadLists().lures } });

const run = (parts: Parameters<typeof message>[0]) =>
  runCheck(moneyForPersonalDetails, { messages: [message(parts)] }, known);

describe('money-for-personal-details', () => {
  it('catches a fund that wants a file on its beneficiary', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@firm.example>',
        text: 'Attention beneficiary: your fund of $850,000 is approved. Send your full name, address, phone number, age and occupation.',
      }),
    ).toBeDefined();
  });
  it('lets a raffle pass', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@firm.example>',
        text: 'You won £25 in our draw, congratulations! Come to the bar to collect it.',
      }),
    ).toBeUndefined();
  });
  it('lets a form without money pass', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@firm.example>',
        text: 'For the trip we need full name, address, phone number, age and occupation of each traveller.',
      }),
    ).toBeUndefined();
  });
});

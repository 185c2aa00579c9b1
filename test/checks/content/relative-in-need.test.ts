import { describe, expect, it } from 'vitest';
import { relativeInNeed } from '../../../src/checks/content/relative-in-need.ts';
import { loadLists } from '../../../src/data/load.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

const known = knowledge({ lists: { lures: loadLists().lures } });

const run = (parts: Parameters<typeof message>[0]) => runCheck(relativeInNeed, { messages: [message(parts)] }, known);

describe('relative-in-need', () => {
  it('catches a new number and bills to pay', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@gmail.com>',
        text: 'Hi love, my phone fell in the sink, this is my new number. I have two bills today, could you pay them for me?',
      }),
    ).toBeDefined();
  });
  it('catches a stolen bag abroad', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@gmail.com>',
        text: 'I am stranded in Manila, my bag was stolen. Can you lend me some funds? I will pay you back when I return.',
      }),
    ).toBeDefined();
  });
  it('catches it in Dutch', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@gmail.com>',
        text: 'Mijn telefoon is in het water gevallen, dit is mijn nieuwe nummer. Kun jij twee rekeningen voorschieten?',
      }),
    ).toBeDefined();
  });
  it('lets a new number pass', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@gmail.com>',
        text: 'We have moved. Our new number is below, the mobile stays the same.',
      }),
    ).toBeUndefined();
  });
  it('lets a child with a school trip pass', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@gmail.com>',
        text: 'The deposit for the trip is due tomorrow, could you pay it on the parents’ page? My screen is cracked again.',
      }),
    ).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { beggingByWire } from '../../../src/checks/content/begging-by-wire.ts';
import { loadLists } from '../../../src/data/load.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

const known = knowledge({ lists: { lures: loadLists().lures } });

const run = (parts: Parameters<typeof message>[0]) => runCheck(beggingByWire, { messages: [message(parts)] }, known);

describe('begging-by-wire', () => {
  it('catches orphans and a cash transfer', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@gmail.com>',
        text: 'We are an orphanage with no food. Send anything you have by Western Union, God will reward you.',
      }),
    ).toBeDefined();
  });
  it('lets a parish collection pass', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@firm.example>',
        text: 'This year we collect for the children’s hospice. Envelopes are in the porch.',
      }),
    ).toBeUndefined();
  });
  it('lets news of refugees pass', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@firm.example>',
        text: 'The refugees have moved into the school; the shelter needs blankets on Tuesday.',
      }),
    ).toBeUndefined();
  });
});

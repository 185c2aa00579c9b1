import { describe, expect, it } from 'vitest';
import { entryToPayFor } from '../../../src/checks/content/entry-to-pay-for.ts';
import { loadLists } from '../../../src/data/load.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

const known = knowledge({ lists: { lures: loadLists().lures } });

const run = (parts: Parameters<typeof message>[0]) => runCheck(entryToPayFor, { messages: [message(parts)] }, known);

describe('entry-to-pay-for', () => {
  it('catches a directory nobody ordered', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@firm.example>',
        text: 'Your entry in the business directory remains unpaid despite several reminders. The amount of 398 is due.',
      }),
    ).toBeDefined();
  });
  it('lets a registrar pass that renews by card', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@firm.example>',
        text: 'Your domain renews automatically on 3 May, charged to your card. There is nothing to do.',
      }),
    ).toBeUndefined();
  });
});

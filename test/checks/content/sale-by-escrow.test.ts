import { describe, expect, it } from 'vitest';
import { saleByEscrow } from '../../../src/checks/content/sale-by-escrow.ts';
import { loadLists } from '../../../src/data/load.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

const known = knowledge({ lists: { lures: loadLists().lures } });

const run = (parts: Parameters<typeof message>[0]) => runCheck(saleByEscrow, { messages: [message(parts)] }, known);

describe('sale-by-escrow', () => {
  it('catches a car that a third party keeps the money for', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@gmail.com>',
        text: 'The car is still for sale at $2,800. I am offshore; escrow will hold your money until you have inspected it.',
      }),
    ).toBeDefined();
  });
  it('lets a buyer pass who comes to see it', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@gmail.com>',
        text: 'Is the bike still available? I could come on Saturday and pay cash.',
      }),
    ).toBeUndefined();
  });
});

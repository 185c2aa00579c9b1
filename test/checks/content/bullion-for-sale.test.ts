import { describe, expect, it } from 'vitest';
import { bullionForSale } from '../../../src/checks/content/bullion-for-sale.ts';
import { loadLists } from '../../../src/data/load.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

const known = knowledge({ lists: { lures: loadLists().lures } });

const run = (parts: Parameters<typeof message>[0]) => runCheck(bullionForSale, { messages: [message(parts)] }, known);

describe('bullion-for-sale', () => {
  it('catches gold dust for whoever reads it', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@gmail.com>',
        text: 'We are local miners with 450 kg of gold dust, purity 96%, and look for a serious buyer. Good commission.',
      }),
    ).toBeDefined();
  });
  it('lets talk of the gold price pass', () => {
    expect(
      run({ from: 'Ann Doe <ann.doe@firm.example>', text: 'Gold bars went up again; I should have bought in May.' }),
    ).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { investmentClub } from '../../../src/checks/content/investment-club.ts';
import { message, runCheck } from '../../helpers/evidence.ts';
import { speaking } from '../../helpers/lures.ts';

const known = speaking({
  investing: ['crypto', 'trading'],
  'easy-gain': ['per day', 'no risk', 'minimum deposit', 'join the group'],
});

describe('investment-club', () => {
  it('catches sure gains in a closed group', () => {
    const mail = message({
      text: 'Our crypto trading makes 5% per day at no risk. Minimum deposit 250, join the group.',
    });
    expect(runCheck(investmentClub, { messages: [mail] }, known)).toBeDefined();
  });

  it('lets a broker’s note on trading hours pass', () => {
    const mail = message({ text: 'Trading ends at noon on Friday; crypto is open per day as usual.' });
    expect(runCheck(investmentClub, { messages: [mail] }, known)).toBeUndefined();
  });
});

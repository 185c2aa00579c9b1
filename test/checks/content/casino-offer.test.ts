import { describe, expect, it } from 'vitest';
import { casinoOffer } from '../../../src/checks/content/casino-offer.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';
import { knowing } from '../../helpers/lures.ts';

const known = knowing({ gambling: ['free spins'] });

describe('casino-offer', () => {
  it('catches it behind a link', () => {
    const mail = message({ text: 'Only today: free spins!' });
    expect(runCheck(casinoOffer, { messages: [mail], links: [link('https://evil.test/')] }, known)).toEqual({
      phrase: 'free spins',
    });
  });
  it('lets talk pass that gives nothing to click', () => {
    expect(
      runCheck(casinoOffer, { messages: [message({ text: 'He said something of free spins.' })] }, known),
    ).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { cryptoPayout } from '../../../src/checks/content/crypto-payout.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';
import { knowing, plainText } from '../../helpers/lures.ts';

const known = knowing({ payout: ['bitcoin payout', 'confirm the withdrawal'] });
const found = (text: string) =>
  runCheck(cryptoPayout, { messages: [message({ text })], links: [link('https://evil.test/')] }, known);

describe('crypto-payout', () => {
  it('catches a payout behind a link', () => {
    expect(found('Your bitcoin payout is ready.')).toEqual({ phrase: 'bitcoin payout' });
  });
  it('lets a long text pass that names it once', () => {
    expect(found(`The bitcoin payout was in the news. ${plainText(1500)}`)).toBeUndefined();
  });
  it('lets talk without a link pass', () => {
    expect(runCheck(cryptoPayout, { messages: [message({ text: 'A bitcoin payout, ha!' })] }, known)).toBeUndefined();
  });
});

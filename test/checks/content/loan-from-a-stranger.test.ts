import { describe, expect, it } from 'vitest';
import { loanFromAStranger } from '../../../src/checks/content/loan-from-a-stranger.ts';
import { loadLists } from '../../../src/data/load.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

const known = knowledge({ lists: { lures: loadLists().lures } });

const run = (parts: Parameters<typeof message>[0]) =>
  runCheck(loanFromAStranger, { messages: [message(parts)] }, known);

describe('loan-from-a-stranger', () => {
  it('catches easy loans from a free mailbox', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@gmail.com>',
        text: 'Do you need a loan? We give loans without collateral at 2% even with bad credit. Amount needed:',
      }),
    ).toBeDefined();
  });
  it('catches answers that go to one', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@firm.example>',
        replyTo: ['carl.loans@gmail.com'],
        text: 'We offer project funding and a personal loan at 3% interest per annum, low interest, no collateral.',
      }),
    ).toBeDefined();
  });
  it('lets a credit union pass that writes from its house', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@firm.example>',
        text: 'The board has lowered the interest rate for a personal loan. Bad credit is no obstacle, and no collateral is asked; do you need a loan, call in.',
      }),
    ).toBeUndefined();
  });
  it('lets a private person pass who mentions a loan', () => {
    expect(
      run({ from: 'Ann Doe <ann.doe@gmail.com>', text: 'The bank gave us the loan for the boat at last.' }),
    ).toBeUndefined();
  });
});

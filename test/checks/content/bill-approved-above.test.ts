import { describe, expect, it } from 'vitest';
import { billApprovedAbove } from '../../../src/checks/content/bill-approved-above.ts';
import { loadLists } from '../../../src/data/load.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

const known = knowledge({ lists: { lures: loadLists().lures } });

const run = (parts: Parameters<typeof message>[0]) =>
  runCheck(billApprovedAbove, { messages: [message(parts)] }, known);

describe('bill-approved-above', () => {
  it('catches a bill that a chief is said to have approved', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@firm.example>',
        text: 'See the mail from your CEO below approving the payment. Please settle the attached invoice by ACH today.',
      }),
    ).toBeDefined();
  });
  it('lets an invoice pass', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@firm.example>',
        text: 'Attached is my invoice for the translation, payable within 30 days.',
      }),
    ).toBeUndefined();
  });
  it('lets a colleague pass', () => {
    expect(
      run({
        from: 'Ann <ann@hospital.example>',
        text: 'Approved by the CEO, please settle the attached invoice today.',
      }),
    ).toBeUndefined();
  });
});

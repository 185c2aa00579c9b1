import { describe, expect, it } from 'vitest';
import { salaryToNewAccount } from '../../../src/checks/content/salary-to-new-account.ts';
import { message, runCheck } from '../../helpers/evidence.ts';
import { speaking } from '../../helpers/lures.ts';

const known = speaking({
  'bank-details': ['bank account'],
  changed: ['change'],
});

describe('salary-to-new-account', () => {
  it('catches pay that is to go elsewhere', () => {
    const mail = message({ text: 'I would like to change my bank account for salary before the next run.' });
    expect(runCheck(salaryToNewAccount, { messages: [mail] }, known)).toBeDefined();
  });

  it('lets the personnel office pass that explains its own way', () => {
    const mail = message({ text: 'Salary is paid on Friday. To change a bank account, come to room 12.' });
    expect(runCheck(salaryToNewAccount, { messages: [mail] }, known)).toBeUndefined();
  });

  it('lets a supplier’s change pass: another check looks at it', () => {
    const mail = message({ text: 'We change our bank account in May; invoices as usual.' });
    expect(runCheck(salaryToNewAccount, { messages: [mail] }, known)).toBeUndefined();
  });
});

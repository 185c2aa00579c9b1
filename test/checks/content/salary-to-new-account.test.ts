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

  it.each(['我想换工资卡', '給与の口座を変更したいのですが', '급여 통장을 바꾸고 싶은데요'])(
    'catches it as %s',
    (wish) => {
      const mail = message({ text: `${wish} bank account change` });
      expect(runCheck(salaryToNewAccount, { messages: [mail] }, known)).toBeDefined();
    },
  );

  it.each(['工资卡变更我们不受理', '私たちの給与', '급여 변경 신청서 제출'])(
    'lets the office speak of itself: %s',
    (notice) => {
      const mail = message({ text: `${notice} bank account change` });
      expect(runCheck(salaryToNewAccount, { messages: [mail] }, known)).toBeUndefined();
    },
  );

  it('lets the personnel office pass that explains its own way', () => {
    const mail = message({ text: 'Salary is paid on Friday. To change a bank account, come to room 12.' });
    expect(runCheck(salaryToNewAccount, { messages: [mail] }, known)).toBeUndefined();
  });

  it('lets a supplier’s change pass: another check looks at it', () => {
    const mail = message({ text: 'We change our bank account in May; invoices as usual.' });
    expect(runCheck(salaryToNewAccount, { messages: [mail] }, known)).toBeUndefined();
  });
});

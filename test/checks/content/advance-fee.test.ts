import { describe, expect, it } from 'vitest';
import { advanceFee } from '../../../src/checks/content/advance-fee.ts';
import { message, runCheck } from '../../helpers/evidence.ts';
import { knowing } from '../../helpers/lures.ts';

const known = knowing(
  { 'advance-fee': ['next of kin', 'deceased client', 'mutual benefit', 'strict confidence'] },
  { 'advance-fee': ['遗产继承', '受益人', '百万美元'] },
);

describe('advance-fee', () => {
  it('catches three of its phrases and millions', () => {
    const mail = message({ text: 'A deceased client left $9.5 million and no next of kin. In strict confidence…' });
    expect(runCheck(advanceFee, { messages: [mail] }, known)).toEqual({ phrase: 'strict confidence' });
  });

  it('catches four without a sum', () => {
    const mail = message({ text: 'Deceased client, no next of kin, mutual benefit, strict confidence.' });
    expect(runCheck(advanceFee, { messages: [mail] }, known)).toBeDefined();
  });

  it('catches it in Chinese', () => {
    const mail = message({ text: '您是遗产继承受益人,可得数百万美元' });
    expect(runCheck(advanceFee, { messages: [mail] }, known)).toEqual({ phrase: '遗产继承' });
  });

  it('lets a ward’s mail about a patient’s next of kin pass', () => {
    expect(
      runCheck(
        advanceFee,
        { messages: [message({ text: 'Please ring the next of kin. In strict confidence.' })] },
        known,
      ),
    ).toBeUndefined();
  });

  it('lets business news with millions pass', () => {
    expect(
      runCheck(advanceFee, { messages: [message({ text: 'They merged for $9 million, to mutual benefit.' })] }, known),
    ).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { autoRunningMacro } from '../../../src/checks/attachment/auto-running-macro.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('auto-running-macro', () => {
  it('catches a program that starts by itself and starts others', () => {
    expect(
      runCheck(autoRunningMacro, {
        attachments: [attachment('form.xlsm', { traits: ['macro', 'macro-auto-open', 'macro-runs-programs'] })],
      }),
    ).toEqual({ name: 'form.xlsm' });
  });

  it('lets a workbook that greets on opening pass', () => {
    expect(
      runCheck(autoRunningMacro, { attachments: [attachment('form.xlsm', { traits: ['macro', 'macro-auto-open'] })] }),
    ).toBeUndefined();
  });

  it('lets a workbook whose button starts a program pass', () => {
    expect(
      runCheck(autoRunningMacro, {
        attachments: [attachment('form.xlsm', { traits: ['macro', 'macro-runs-programs'] })],
      }),
    ).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { baitNameOnProgram } from '../../../src/checks/attachment/bait-name-on-program.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';
import { knowing } from '../../helpers/lures.ts';

describe('bait-name-on-program', () => {
  it('catches the form of 2020', () => {
    expect(
      runCheck(
        baitNameOnProgram,
        { attachments: [attachment('武汉旅行信息收集申请表.xlsm')] },
        knowing({}, { health: ['申请表'] }),
      ),
    ).toEqual({ name: '武汉旅行信息收集申请表.xlsm' });
  });

  it('catches an invoice with a program inside', () => {
    expect(
      runCheck(
        baitNameOnProgram,
        { attachments: [attachment('Invoice_0042.doc', { traits: ['macro'] })] },
        knowing({}, { health: ['申请表'] }),
      ),
    ).toEqual({ name: 'Invoice_0042.doc' });
  });

  it('lets a workbook that is named for its work pass', () => {
    expect(
      runCheck(
        baitNameOnProgram,
        { attachments: [attachment('shift-planner.xlsm')] },
        knowing({}, { health: ['申请表'] }),
      ),
    ).toBeUndefined();
  });

  it('lets an invoice without a program pass', () => {
    expect(
      runCheck(
        baitNameOnProgram,
        { attachments: [attachment('Invoice_0042.doc')] },
        knowing({}, { health: ['申请表'] }),
      ),
    ).toBeUndefined();
  });
});

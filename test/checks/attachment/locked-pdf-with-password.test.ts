import { describe, expect, it } from 'vitest';
import { lockedPdfWithPassword } from '../../../src/checks/attachment/locked-pdf-with-password.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('locked-pdf-with-password', () => {
  it('catches a PDF that a word of the mail opens', () => {
    const file = attachment('bill.pdf', { type: 'pdf', traits: ['encrypted', 'opened-with-mail-password'] });
    expect(runCheck(lockedPdfWithPassword, { attachments: [file] })).toEqual({ name: 'bill.pdf' });
  });
  it('lets a PDF pass that stays locked: a pay slip', () => {
    const file = attachment('payslip.pdf', { type: 'pdf', traits: ['encrypted'] });
    expect(runCheck(lockedPdfWithPassword, { attachments: [file] })).toBeUndefined();
  });
  it('leaves archives to their own check', () => {
    const file = attachment('a.zip', { type: 'zip', traits: ['encrypted', 'opened-with-mail-password'] });
    expect(runCheck(lockedPdfWithPassword, { attachments: [file] })).toBeUndefined();
  });
});

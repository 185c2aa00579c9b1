import { describe, expect, it } from 'vitest';
import { macroDocument } from '../../../src/checks/attachment/macro-document.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('macro-document', () => {
  it('catches a document with a program by its name', () => {
    expect(runCheck(macroDocument, { attachments: [attachment('form.xlsm')] })).toEqual({ name: 'form.xlsm' });
  });

  it('catches one that its name hides', () => {
    expect(runCheck(macroDocument, { attachments: [attachment('form.doc', { traits: ['macro'] })] })).toEqual({
      name: 'form.doc',
    });
  });

  it('lets a plain table pass', () => {
    expect(runCheck(macroDocument, { attachments: [attachment('form.xlsx', { type: 'xlsx' })] })).toBeUndefined();
  });

  it('lets a locked document pass: nothing is known of its inside', () => {
    expect(
      runCheck(macroDocument, { attachments: [attachment('form.docx', { traits: ['encrypted'] })] }),
    ).toBeUndefined();
  });
});

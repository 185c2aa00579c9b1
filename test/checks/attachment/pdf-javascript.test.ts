import { describe, expect, it } from 'vitest';
import { pdfJavascript } from '../../../src/checks/attachment/pdf-javascript.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('pdf-javascript', () => {
  it('catches a program in a PDF', () => {
    expect(
      runCheck(pdfJavascript, { attachments: [attachment('bill.pdf', { type: 'pdf', traits: ['pdf-javascript'] })] }),
    ).toEqual({ name: 'bill.pdf' });
  });

  it('lets a plain PDF pass', () => {
    expect(runCheck(pdfJavascript, { attachments: [attachment('bill.pdf', { type: 'pdf' })] })).toBeUndefined();
  });

  it('lets a PDF that writes about it pass', () => {
    expect(
      runCheck(pdfJavascript, {
        attachments: [attachment('thesis.pdf', { type: 'pdf', content: '/JavaScript in documents' })],
      }),
    ).toBeUndefined();
  });
});

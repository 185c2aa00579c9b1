import { describe, expect, it } from 'vitest';
import { pdfLaunch } from '../../../src/checks/attachment/pdf-launch.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('pdf-launch', () => {
  it('catches a PDF that starts a program', () => {
    expect(
      runCheck(pdfLaunch, { attachments: [attachment('bill.pdf', { type: 'pdf', traits: ['pdf-launch'] })] }),
    ).toEqual({ name: 'bill.pdf' });
  });

  it('lets a PDF with links pass', () => {
    expect(
      runCheck(pdfLaunch, { attachments: [attachment('bill.pdf', { type: 'pdf', content: 'https://a.example' })] }),
    ).toBeUndefined();
  });

  it('lets a PDF that reckons pass, since another check names it', () => {
    expect(
      runCheck(pdfLaunch, { attachments: [attachment('bill.pdf', { type: 'pdf', traits: ['pdf-javascript'] })] }),
    ).toBeUndefined();
  });
});

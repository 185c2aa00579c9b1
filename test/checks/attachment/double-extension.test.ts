import { describe, expect, it } from 'vitest';
import { doubleExtension } from '../../../src/checks/attachment/double-extension.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('double-extension', () => {
  it('catches a program behind a document’s ending', () => {
    expect(runCheck(doubleExtension, { attachments: [attachment('invoice.pdf.exe')] })).toEqual({
      name: 'invoice.pdf.exe',
      shown: 'pdf',
    });
  });

  it('catches one inside an archive', () => {
    expect(
      runCheck(doubleExtension, {
        attachments: [
          attachment('invoice.zip', { entries: [{ name: 'docs/scan.jpg.js', size: 9, encrypted: false }] }),
        ],
      }),
    ).toEqual({ name: 'scan.jpg.js', shown: 'jpg' });
  });

  it('lets a dot in a name pass', () => {
    expect(runCheck(doubleExtension, { attachments: [attachment('report.v2.pdf')] })).toBeUndefined();
  });

  it('lets a packed archive pass', () => {
    expect(runCheck(doubleExtension, { attachments: [attachment('backup.tar.gz')] })).toBeUndefined();
  });

  it('lets a program that says what it is pass', () => {
    expect(runCheck(doubleExtension, { attachments: [attachment('setup.exe')] })).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { executableAttachment } from '../../../src/checks/attachment/executable-attachment.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('executable-attachment', () => {
  it('catches a program by its name', () => {
    expect(runCheck(executableAttachment, { attachments: [attachment('update.exe')] })).toEqual({ name: 'update.exe' });
  });

  it('catches a program by its bytes, whatever its name says', () => {
    expect(runCheck(executableAttachment, { attachments: [attachment('invoice.pdf', { type: 'exe' })] })).toEqual({
      name: 'invoice.pdf',
    });
  });

  it('catches a program by its name though its bytes look like text', () => {
    expect(runCheck(executableAttachment, { attachments: [attachment('update.exe', { type: 'txt' })] })).toBeDefined();
  });

  it('lets a document pass', () => {
    expect(
      runCheck(executableAttachment, { attachments: [attachment('rota.docx', { type: 'docx' })] }),
    ).toBeUndefined();
  });

  it('lets a text saved under a web address, whose ending once meant a program pass', () => {
    expect(
      runCheck(executableAttachment, { attachments: [attachment('www.hospital.com', { type: 'html' })] }),
    ).toBeUndefined();
  });
});

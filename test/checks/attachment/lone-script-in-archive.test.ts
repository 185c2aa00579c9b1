import { describe, expect, it } from 'vitest';
import { loneScriptInArchive } from '../../../src/checks/attachment/lone-script-in-archive.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('lone-script-in-archive', () => {
  it('catches a shortcut alone', () => {
    expect(
      runCheck(loneScriptInArchive, {
        attachments: [attachment('photos.zip', { entries: [{ name: 'photos.lnk', size: 9, encrypted: false }] })],
      }),
    ).toEqual({ name: 'photos.zip', program: 'photos.lnk' });
  });

  it('catches a program that is named like a document', () => {
    expect(
      runCheck(loneScriptInArchive, {
        attachments: [
          attachment('a.rar', { entries: [{ name: '关于补贴申领的通知.exe', size: 9, encrypted: false }] }),
        ],
      }),
    ).toEqual({ name: 'a.rar', program: '关于补贴申领的通知.exe' });
  });

  it('lets an installer pass, which is named as what it is', () => {
    expect(
      runCheck(loneScriptInArchive, {
        attachments: [
          attachment('scanner.zip', { entries: [{ name: 'scanner-setup.exe', size: 9, encrypted: false }] }),
        ],
      }),
    ).toBeUndefined();
  });

  it('lets a program among its files pass', () => {
    expect(
      runCheck(loneScriptInArchive, {
        attachments: [
          attachment('tool.zip', {
            entries: ['scan.exe', 'a.dll', 'b.dat', 'readme.txt'].map((name) => ({ name, size: 9, encrypted: false })),
          }),
        ],
      }),
    ).toBeUndefined();
  });

  it('lets a document pass', () => {
    expect(
      runCheck(loneScriptInArchive, {
        attachments: [attachment('a.zip', { entries: [{ name: 'invoice.pdf', size: 9, encrypted: false }] })],
      }),
    ).toBeUndefined();
  });
});

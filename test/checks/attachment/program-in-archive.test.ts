import { describe, expect, it } from 'vitest';
import { programInArchive } from '../../../src/checks/attachment/program-in-archive.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('program-in-archive', () => {
  it('catches a program', () => {
    expect(
      runCheck(programInArchive, {
        attachments: [attachment('docs.zip', { entries: [{ name: 'docs/run.exe', size: 9, encrypted: false }] })],
      }),
    ).toEqual({ name: 'docs.zip', program: 'run.exe' });
  });

  it('catches a script in an archive within it', () => {
    expect(
      runCheck(programInArchive, {
        attachments: [attachment('docs.zip', { entries: [{ name: 'inner.zip/a.vbs', size: 9, encrypted: true }] })],
      }),
    ).toEqual({ name: 'docs.zip', program: 'a.vbs' });
  });

  it('lets documents pass', () => {
    expect(
      runCheck(programInArchive, {
        attachments: [attachment('docs.zip', { entries: [{ name: 'a.pdf', size: 9, encrypted: false }] })],
      }),
    ).toBeUndefined();
  });

  it('lets source code, whatever scripts it holds pass', () => {
    expect(
      runCheck(programInArchive, {
        attachments: [
          attachment('src.zip', {
            entries: [
              { name: 'src/a.js', size: 9, encrypted: false },
              { name: 'src/package.json', size: 9, encrypted: false },
            ],
          }),
        ],
      }),
    ).toBeUndefined();
  });
});

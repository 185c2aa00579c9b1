import { describe, expect, it } from 'vitest';
import { archiveInArchive } from '../../../src/checks/attachment/archive-in-archive.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('archive-in-archive', () => {
  it('catches an archive in an archive', () => {
    expect(
      runCheck(archiveInArchive, {
        attachments: [attachment('a.zip', { entries: [{ name: 'b.7z', size: 9, encrypted: false }] })],
      }),
    ).toEqual({ name: 'a.zip', inner: 'b.7z' });
  });

  it('catches a disk image in an archive', () => {
    expect(
      runCheck(archiveInArchive, {
        attachments: [attachment('a.zip', { entries: [{ name: 'b.iso', size: 9, encrypted: false }] })],
      }),
    ).toEqual({ name: 'a.zip', inner: 'b.iso' });
  });

  it('lets a single packed archive pass', () => {
    expect(
      runCheck(archiveInArchive, {
        attachments: [attachment('a.tar.gz', { entries: [{ name: 'a.tar', size: 9, encrypted: false }] })],
      }),
    ).toBeUndefined();
  });

  it('lets Word files, though they are packed folders inside pass', () => {
    expect(
      runCheck(archiveInArchive, {
        attachments: [attachment('a.zip', { entries: [{ name: 'b.docx', size: 9, encrypted: false }] })],
      }),
    ).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { diskImageAttachment } from '../../../src/checks/attachment/disk-image-attachment.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('disk-image-attachment', () => {
  it('catches an image by its name', () => {
    expect(runCheck(diskImageAttachment, { attachments: [attachment('scan.iso')] })).toEqual({ name: 'scan.iso' });
  });

  it('catches an image by its bytes', () => {
    expect(runCheck(diskImageAttachment, { attachments: [attachment('scan.pdf', { type: 'iso' })] })).toEqual({
      name: 'scan.pdf',
    });
  });

  it('lets a picture that an old program named .img pass', () => {
    expect(runCheck(diskImageAttachment, { attachments: [attachment('photo.img', { type: 'jpg' })] })).toBeUndefined();
  });

  it('lets an archive pass', () => {
    expect(runCheck(diskImageAttachment, { attachments: [attachment('photos.zip', { type: 'zip' })] })).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { lockedAttachment } from '../../../src/checks/attachment/locked-attachment.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('locked-attachment', () => {
  it('catches a locked document', () => {
    expect(runCheck(lockedAttachment, { attachments: [attachment('results.pdf', { traits: ['encrypted'] })] })).toEqual(
      { name: 'results.pdf' },
    );
  });

  it('catches an archive with a locked file', () => {
    expect(
      runCheck(lockedAttachment, {
        attachments: [attachment('a.zip', { entries: [{ name: 'b.doc', size: 1, encrypted: true }] })],
      }),
    ).toEqual({ name: 'a.zip' });
  });

  it('lets an open archive pass', () => {
    expect(
      runCheck(lockedAttachment, {
        attachments: [attachment('a.zip', { entries: [{ name: 'b.doc', size: 1, encrypted: false }] })],
      }),
    ).toBeUndefined();
  });

  it('lets mail pass that is encrypted for its reader', () => {
    const sealed = attachment('smime.p7m', { type: 'p7m', traits: ['encrypted'] });
    expect(runCheck(lockedAttachment, { attachments: [sealed] })).toBeUndefined();
  });

  it('lets a signed document pass', () => {
    expect(runCheck(lockedAttachment, { attachments: [attachment('results.pdf', { type: 'pdf' })] })).toBeUndefined();
  });
});

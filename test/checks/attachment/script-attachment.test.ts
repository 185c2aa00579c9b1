import { describe, expect, it } from 'vitest';
import { scriptAttachment } from '../../../src/checks/attachment/script-attachment.ts';
import { attachment, knowledge, runCheck } from '../../helpers/evidence.ts';

describe('script-attachment', () => {
  it('catches a shortcut', () => {
    expect(runCheck(scriptAttachment, { attachments: [attachment('report.lnk')] })).toEqual({ name: 'report.lnk' });
  });

  it('catches a shortcut by its bytes', () => {
    expect(runCheck(scriptAttachment, { attachments: [attachment('report', { type: 'lnk' })] })).toEqual({
      name: 'report',
    });
  });

  it('lets a text pass', () => {
    expect(runCheck(scriptAttachment, { attachments: [attachment('notes.txt', { type: 'txt' })] })).toBeUndefined();
  });

  it('lets what developers send pass: it opens in an editor', () => {
    expect(
      runCheck(
        scriptAttachment,
        { attachments: [attachment('fix.py', { type: 'py' })] },
        knowledge({ lists: { scripts: new Set(['py', 'js']) } }),
      ),
    ).toBeUndefined();
  });
});

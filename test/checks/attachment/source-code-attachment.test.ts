import { describe, expect, it } from 'vitest';
import { sourceCodeAttachment } from '../../../src/checks/attachment/source-code-attachment.ts';
import { attachment, knowledge, runCheck } from '../../helpers/evidence.ts';

describe('source-code-attachment', () => {
  it('catches commands in a plain text', () => {
    expect(
      runCheck(
        sourceCodeAttachment,
        { attachments: [attachment('run.sh')] },
        knowledge({ lists: { scripts: new Set(['sh', 'js']) } }),
      ),
    ).toEqual({ name: 'run.sh' });
  });

  it('lets a patch pass: it is text', () => {
    expect(
      runCheck(
        sourceCodeAttachment,
        { attachments: [attachment('0001-fix.patch')] },
        knowledge({ lists: { scripts: new Set(['sh', 'js']) } }),
      ),
    ).toBeUndefined();
  });

  it('lets a script that a double click runs pass, since another check names it', () => {
    expect(
      runCheck(
        sourceCodeAttachment,
        { attachments: [attachment('run.js')] },
        knowledge({ lists: { scripts: new Set(['sh', 'js']) } }),
      ),
    ).toBeUndefined();
  });
});

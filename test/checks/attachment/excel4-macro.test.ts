import { describe, expect, it } from 'vitest';
import { excel4Macro } from '../../../src/checks/attachment/excel4-macro.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('excel4-macro', () => {
  it('catches commands in cells', () => {
    expect(runCheck(excel4Macro, { attachments: [attachment('list.xls', { traits: ['excel4-macro'] })] })).toEqual({
      name: 'list.xls',
    });
  });

  it('lets a modern macro pass, since another check names it', () => {
    expect(runCheck(excel4Macro, { attachments: [attachment('list.xlsm', { traits: ['macro'] })] })).toBeUndefined();
  });

  it('lets an old table without any pass', () => {
    expect(runCheck(excel4Macro, { attachments: [attachment('list.xls', { type: 'ole' })] })).toBeUndefined();
  });
});

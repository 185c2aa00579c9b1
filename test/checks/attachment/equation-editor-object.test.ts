import { describe, expect, it } from 'vitest';
import { equationEditorObject } from '../../../src/checks/attachment/equation-editor-object.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('equation-editor-object', () => {
  it('catches the object', () => {
    const attachments = [attachment('order.doc', { traits: ['equation-editor'] })];
    expect(runCheck(equationEditorObject, { attachments })).toEqual({ name: 'order.doc' });
  });

  it('lets a linked table pass', () => {
    const attachments = [attachment('paper.rtf', { traits: ['external-object'] })];
    expect(runCheck(equationEditorObject, { attachments })).toBeUndefined();
  });
});

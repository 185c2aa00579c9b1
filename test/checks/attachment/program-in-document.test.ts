import { describe, expect, it } from 'vitest';
import { programInDocument } from '../../../src/checks/attachment/program-in-document.ts';
import type { Attachment } from '../../../src/model.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

const holding = (name: string) => ({ entries: [{ name, size: 100, encrypted: false }] });
const check = (name: string, parts: Partial<Attachment>) =>
  runCheck(programInDocument, { attachments: [attachment(name, parts)] });

describe('program-in-document', () => {
  it('catches a notebook with a script behind its button', () => {
    expect(check('order.one', { type: 'one', ...holding('open.hta') })).toEqual({ name: 'order.one' });
  });

  it('catches a program that nobody named, by its bytes', () => {
    expect(check('order.doc', { type: 'rtf', traits: ['program-inside'] })).toEqual({ name: 'order.doc' });
  });

  it('lets a table within a letter pass', () => {
    expect(check('letter.docx', { type: 'docx', ...holding('oleObject1.bin/figures.xlsx') })).toBeUndefined();
  });

  it('leaves archives to the checks of archives', () => {
    expect(check('tools.zip', { type: 'zip', traits: ['program-inside'], ...holding('a.exe') })).toBeUndefined();
  });
});

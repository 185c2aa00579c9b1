import { describe, expect, it } from 'vitest';
import { enableContentInDocument } from '../../../src/checks/attachment/enable-content-in-document.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';
import { knowing } from '../../helpers/lures.ts';

describe('enable-content-in-document', () => {
  it('catches a document that asks for it', () => {
    expect(
      runCheck(
        enableContentInDocument,
        { attachments: [attachment('form.docx', { content: 'Click Enable Editing to view.' })] },
        knowing({ 'enable-content': ['enable editing'] }, { 'enable-content': ['启用内容'] }),
      ),
    ).toEqual({ name: 'form.docx', phrase: 'enable editing' });
  });

  it('catches it in Chinese, however long, when there is a program inside', () => {
    expect(
      runCheck(
        enableContentInDocument,
        { attachments: [attachment('表.xlsm', { content: `请启用内容 ${'x'.repeat(5000)}`, traits: ['macro'] })] },
        knowing({ 'enable-content': ['enable editing'] }, { 'enable-content': ['启用内容'] }),
      ),
    ).toEqual({ name: '表.xlsm', phrase: '启用内容' });
  });

  it('lets a handbook pass: long, and no program inside', () => {
    expect(
      runCheck(
        enableContentInDocument,
        { attachments: [attachment('handbook.pdf', { content: `Enable editing is a button. ${'x'.repeat(5000)}` })] },
        knowing({ 'enable-content': ['enable editing'] }, { 'enable-content': ['启用内容'] }),
      ),
    ).toBeUndefined();
  });

  it('lets a document that says nothing of it pass', () => {
    expect(
      runCheck(
        enableContentInDocument,
        { attachments: [attachment('form.docx', { content: 'Name, ward, date' })] },
        knowing({ 'enable-content': ['enable editing'] }, { 'enable-content': ['启用内容'] }),
      ),
    ).toBeUndefined();
  });
});

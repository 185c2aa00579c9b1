import { describe, expect, it } from 'vitest';
import { shortcutDressedAsDocument } from '../../../src/checks/attachment/shortcut-dressed-as-document.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('shortcut-dressed-as-document', () => {
  it('catches the icon of a document on a program', () => {
    const attachments = [attachment('contract.lnk', { traits: ['document-icon'] })];
    expect(runCheck(shortcutDressedAsDocument, { attachments })).toEqual({ name: 'contract.lnk' });
  });

  it('lets a shortcut that looks like what it is pass', () => {
    const attachments = [attachment('tool.lnk', { type: 'lnk' })];
    expect(runCheck(shortcutDressedAsDocument, { attachments })).toBeUndefined();
  });
});

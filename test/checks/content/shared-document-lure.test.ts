import { describe, expect, it } from 'vitest';
import { sharedDocumentLure } from '../../../src/checks/content/shared-document-lure.ts';
import { attachment, link, message, runCheck } from '../../helpers/evidence.ts';
import { knowing } from '../../helpers/lures.ts';

const known = knowing(
  { 'shared-document': ['shared a document with you'], 'call-to-action': ['view document'] },
  { 'shared-document': ['薪资调整'] },
);

describe('shared-document-lure', () => {
  it('catches a document that opens on a free page', () => {
    const mail = message({ from: 'ben@supplier.example', text: 'Ben shared a document with you. View document' });
    expect(
      runCheck(sharedDocumentLure, { messages: [mail], links: [link('https://doc-view.pages.dev/1')] }, known),
    ).toEqual({
      phrase: 'shared a document with you',
      place: 'doc-view.pages.dev',
    });
  });

  it('catches a web page in the attachment, in Chinese', () => {
    const mail = message({ text: '关于薪资调整的通知,请查看附件' });
    expect(runCheck(sharedDocumentLure, { messages: [mail], attachments: [attachment('通知.html')] }, known)).toEqual({
      phrase: '薪资调整',
      place: '通知.html',
    });
  });

  it('catches a site that nobody knows, and a known one on which anyone puts files', () => {
    const mail = message({ from: 'ben@supplier.example', text: 'Ben shared a document with you.' });
    const popular = new Map([
      ['mediafire.com', 900],
      ['google.com', 1],
    ]);
    const informed = { ...known, lists: { ...known.lists, popular } };
    const on = (url: string) => runCheck(sharedDocumentLure, { messages: [mail], links: [link(url)] }, informed);
    expect(on('https://doc-view.example/1')).toBeDefined();
    expect(on('https://www.mediafire.com/f/1')).toBeDefined();
    expect(on('https://www.google.com/maps')).toBeUndefined();
  });

  it('lets a link to the sender’s own site pass', () => {
    const mail = message({ from: 'ben@supplier.example', text: 'I shared a document with you.' });
    expect(
      runCheck(sharedDocumentLure, { messages: [mail], links: [link('https://files.supplier.example/1')] }, known),
    ).toBeUndefined();
  });

  it('lets a colleague’s attached PDF pass', () => {
    const mail = message({ from: 'ada@hospital.example', text: 'I shared a document with you, see below.' });
    expect(
      runCheck(sharedDocumentLure, { messages: [mail], attachments: [attachment('rota.pdf')] }, known),
    ).toBeUndefined();
  });
});

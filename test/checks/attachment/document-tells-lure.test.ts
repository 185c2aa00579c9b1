import { describe, expect, it } from 'vitest';
import { documentTellsLure } from '../../../src/checks/attachment/document-tells-lure.ts';
import type { Evidence } from '../../../src/model.ts';
import { attachment, link, message, runCheck } from '../../helpers/evidence.ts';
import { knowing, plainText } from '../../helpers/lures.ts';

const known = knowing(
  { mailbox: ['mailbox is full'], invoice: ['your invoice'], 'call-to-action': ['click here'] },
  { mailbox: ['邮箱已满'], 'call-to-action': ['点击'] },
);
const from = 'Bo <bo@supplier.example>';

function check(content: string, url: string, parts: Partial<Evidence> = {}) {
  const file = attachment('notice.pdf', { type: 'pdf', content });
  const links = [link(url, { attachment: file.id, source: 'document' })];
  return runCheck(documentTellsLure, { messages: [message({ from })], attachments: [file], links, ...parts }, known);
}

describe('document-tells-lure', () => {
  it('catches a story with a demand and a stranger’s link', () => {
    expect(check('Your mailbox is full. Click here to keep it.', 'https://keep.evil.example/in')).toEqual({
      name: 'notice.pdf',
      phrase: 'mailbox is full',
      host: 'keep.evil.example',
    });
  });

  it('catches it in Chinese', () => {
    expect(check('您的邮箱已满，请点击', 'https://keep.evil.example/in')).toMatchObject({ phrase: '邮箱已满' });
  });

  it('catches a page of a shared host under any sender', () => {
    expect(check('Your invoice, click here', 'https://supplier.pages.dev/')).toMatchObject({
      host: 'supplier.pages.dev',
    });
  });

  it('catches it in a file that came alone', () => {
    const messages: Evidence['messages'] = [];
    expect(check('Your mailbox is full. Click here.', 'https://evil.example/', { messages })).toBeDefined();
  });

  it('lets a supplier’s bill pass that leads to the supplier’s own site', () => {
    expect(check('Your invoice. Click here to pay.', 'https://pay.supplier.example/7')).toBeUndefined();
  });

  it('lets a bill pass that is paid on the site of another house', () => {
    expect(check('Your invoice. Click here to pay.', 'https://payments.example/7')).toBeUndefined();
  });

  it('lets a bill pass that leads to a well-known house', () => {
    expect(check('Your invoice. Click here to pay.', 'https://www.paypal.com/pay')).toBeUndefined();
  });

  it('lets a story without a demand, and a demand without a story pass', () => {
    expect(check('Your mailbox is full.', 'https://evil.example/')).toBeUndefined();
    expect(check('Click here for the programme.', 'https://evil.example/')).toBeUndefined();
  });

  it('lets a handbook pass: it is long and speaks of everything', () => {
    const handbook = `${plainText(6_000)} If your mailbox is full, click here.`;
    expect(check(handbook, 'https://evil.example/')).toBeUndefined();
  });

  it('lets what comes in an answer pass', () => {
    const messages = [message({ from, isReply: true, subject: 'Re: your invoice' })];
    expect(check('Your invoice. Click here.', 'https://evil.example/', { messages })).toBeUndefined();
  });

  it('lets a link of the mail itself pass: it is no link of the document', () => {
    const file = attachment('notice.pdf', { type: 'pdf', content: 'Your mailbox is full. Click here.' });
    const parts = { messages: [message({ from })], attachments: [file], links: [link('https://evil.example/')] };
    expect(runCheck(documentTellsLure, parts, known)).toBeUndefined();
  });
});

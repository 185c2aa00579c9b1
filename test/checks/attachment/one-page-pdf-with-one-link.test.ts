import { describe, expect, it } from 'vitest';
import { onePagePdfWithOneLink } from '../../../src/checks/attachment/one-page-pdf-with-one-link.ts';
import type { Attachment, Trait } from '../../../src/model.ts';
import { attachment, link, message, runCheck } from '../../helpers/evidence.ts';

const page = (content: string, traits: Trait[] = ['pdf-one-page']): Attachment =>
  attachment('scan.pdf', { type: 'pdf', traits, content });
const found = (file: Attachment, ...urls: string[]) =>
  runCheck(onePagePdfWithOneLink, {
    messages: [message({ from: 'billing@shop.test' })],
    attachments: [file],
    links: urls.map((url) => link(url, { attachment: file.id, source: 'document' })),
  });

describe('one-page-pdf-with-one-link', () => {
  it('catches a page that is a button', () => {
    expect(found(page('Secure document. Open'), 'https://evil.test/x')).toEqual({
      name: 'scan.pdf',
      host: 'evil.test',
    });
  });
  it('catches a page that is a code, and a shared host', () => {
    const file = page('');
    const links = [link('https://a.pages.dev/x', { attachment: file.id, source: 'qr' })];
    expect(runCheck(onePagePdfWithOneLink, { attachments: [file], links })).toBeDefined();
  });
  it('lets a bill pass that prints its sender’s site', () => {
    expect(found(page('Item 1 amount 20.00 '.repeat(40)), 'https://evil.test/')).toBeUndefined();
  });
  it('lets a link home, to a known site, and to several sites pass', () => {
    expect(found(page('Ticket'), 'https://www.shop.test/t')).toBeUndefined();
    expect(found(page('Map'), 'https://google.com/maps')).toBeUndefined();
    expect(found(page('Links'), 'https://one.test/', 'https://two.test/')).toBeUndefined();
  });
  it('lets pages pass that are more than one', () => {
    expect(found(page('Open', []), 'https://evil.test/x')).toBeUndefined();
  });
});

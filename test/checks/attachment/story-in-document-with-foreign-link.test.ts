import { describe, expect, it } from 'vitest';
import { storyInDocumentWithForeignLink } from '../../../src/checks/attachment/story-in-document-with-foreign-link.ts';
import { attachment, link, message, runCheck } from '../../helpers/evidence.ts';

const found = (content: string, urls: string[], parts: { type?: string; from?: string } = {}) => {
  const file = attachment('notice.pdf', { type: parts.type ?? 'pdf', content });
  return runCheck(storyInDocumentWithForeignLink, {
    messages: [message({ from: parts.from ?? 'it@stranger.test' })],
    attachments: [file],
    links: urls.map((url) => link(url, { attachment: file.id, source: 'document' })),
  });
};

describe('story-in-document-with-foreign-link', () => {
  it('catches an account story in a PDF', () => {
    expect(found('Dear user, verify your account to go on.', ['https://evil.test/x'])).toEqual({
      name: 'notice.pdf',
      phrase: 'verify your account',
      host: 'evil.test',
    });
  });
  it('catches it in a Word document, in Chinese', () => {
    expect(found('您的密码过期', ['https://evil.test/x'], { type: 'docx' })).toBeDefined();
  });
  it('lets the sender’s own document pass', () => {
    const links = ['https://help.firm.test/login', 'https://partner.test/'];
    expect(found('Verify your account', links, { from: 'it@firm.test' })).toBeUndefined();
  });
  it('lets a handbook pass, and a document without a story', () => {
    expect(found(`Verify your account. ${'Chapter and verse. '.repeat(300)}`, ['https://evil.test/x'])).toBeUndefined();
    expect(found('Minutes of the meeting', ['https://evil.test/x'])).toBeUndefined();
  });
  it('lets a web page pass, which other checks judge', () => {
    expect(found('verify your account', ['https://evil.test/x'], { type: 'html' })).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { loneDocumentLeadsAstray } from '../../../src/checks/attachment/lone-document-leads-astray.ts';
import type { Link } from '../../../src/model.ts';
import { attachment, link, message, runCheck } from '../../helpers/evidence.ts';
import { plainText } from '../../helpers/lures.ts';

const file = attachment('balance.pdf', { type: 'pdf' });
const within = (url: string) => link(url, { attachment: file.id, source: 'document' });

function check(links: Link[], parts: Parameters<typeof message>[0] = {}) {
  const messages = [message({ from: 'bo@gmail.com', text: 'See attached.', ...parts })];
  return runCheck(loneDocumentLeadsAstray, { messages, attachments: [file], links });
}

describe('lone-document-leads-astray', () => {
  it('catches a shortened link in a document that comes without a word', () => {
    expect(check([within('https://bit.ly/3x')])).toEqual({ name: 'balance.pdf', host: 'bit.ly' });
    expect(check([within('https://keep-it.pages.dev/')], { text: '' })).toBeDefined();
  });

  it('lets a résumé with several sites pass', () => {
    expect(check([within('https://bo.github.io/'), within('https://bo.example/')])).toBeUndefined();
  });

  it('lets a document of somebody’s own site pass', () => {
    expect(check([within('https://bo.example/')])).toBeUndefined();
  });

  it('lets a mail that says what it is about, or that has a link of its own, pass', () => {
    expect(check([within('https://bit.ly/3x')], { text: plainText(400) })).toBeUndefined();
    expect(check([within('https://bit.ly/3x'), link('https://bit.ly/4')])).toBeUndefined();
  });

  it('lets colleagues and answers pass', () => {
    expect(check([within('https://bit.ly/3x')], { from: 'bo@hospital.example' })).toBeUndefined();
    expect(check([within('https://bit.ly/3x')], { isReply: true, subject: 'Re: the form' })).toBeUndefined();
  });
});

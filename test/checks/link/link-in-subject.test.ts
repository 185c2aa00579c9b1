import { describe, expect, it } from 'vitest';
import { linkInSubject } from '../../../src/checks/link/link-in-subject.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';

const found = (url: string, parts: Parameters<typeof message>[0] = {}) =>
  runCheck(linkInSubject, {
    messages: [message({ from: 'a@firm.test', ...parts })],
    links: [link(url, { source: 'subject', original: url })],
  });

describe('link-in-subject', () => {
  it('catches an address in the subject', () => {
    expect(found('https://evil.test/x')).toEqual({ host: 'evil.test' });
  });
  it('lets the sender’s own site pass', () => {
    expect(found('https://www.firm.test/news')).toBeUndefined();
  });
  it('lets an answer pass', () => {
    expect(found('https://evil.test/x', { isReply: true, subject: 'Re: https://evil.test/x down?' })).toBeUndefined();
  });
});

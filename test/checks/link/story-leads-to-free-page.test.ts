import { describe, expect, it } from 'vitest';
import { storyLeadsToFreePage } from '../../../src/checks/link/story-leads-to-free-page.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';
import { knowing } from '../../helpers/lures.ts';

const known = knowing({ tax: ['tax refund'] });

const STORY = 'You are entitled to a tax refund. Click here to apply.';
const found = (text: string, url: string, more: Parameters<typeof message>[0] = {}) =>
  runCheck(
    storyLeadsToFreePage,
    { messages: [message({ from: 'Refunds <notice@refund-office.example>', text, ...more })], links: [link(url)] },
    known,
  );

describe('story-leads-to-free-page', () => {
  it('catches an office’s story that leads to a page anyone can put up', () => {
    expect(found(STORY, 'https://tax-return-form.pages.dev/e')).toMatchObject({ host: 'tax-return-form.pages.dev' });
  });
  it('lets the office’s own site pass', () => {
    expect(found(STORY, 'https://www.refund-office.example/e')).toBeUndefined();
  });
  it('lets a choir pass that is at home there', () => {
    expect(found('We sing on Sunday at four, the programme is here.', 'https://choir.pages.dev/may')).toBeUndefined();
  });
  it('lets talk about such pages pass', () => {
    const answer = { from: 'Ada <ada@club.example>', subject: 'Re: odd', isReply: true };
    expect(found(`Has anybody seen this tax refund?\n> ${STORY}`, 'https://x.pages.dev/e', answer)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { businessFromUnlikeMailbox } from '../../../src/checks/sender/business-from-unlike-mailbox.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('business-from-unlike-mailbox', () => {
  const run = (from: string, parts: Parameters<typeof message>[0] = {}) =>
    runCheck(businessFromUnlikeMailbox, {
      messages: [message({ from, text: 'Please make a wire transfer.', ...parts })],
    });

  it('catches a name that its free mailbox does not know', () => {
    expect(run('Bill Desk <mona732@gmail.com>')).toEqual({ name: 'Bill Desk', address: 'mona732@gmail.com' });
  });
  it('lets a piece of the name or initials in the mailbox pass', () => {
    expect(run('Ada Chen <chen.a@gmail.com>')).toBeUndefined();
    expect(run('Ada Maria Chen <amc1970@gmail.com>')).toBeUndefined();
  });
  it('lets names in other scripts pass, which no mailbox holds', () => {
    expect(run('王小明 <xm99@gmail.com>')).toBeUndefined();
  });
  it('lets whoever wants nothing pass, houses and answers', () => {
    expect(run('Bill Desk <mona732@gmail.com>', { text: 'See you on Sunday.' })).toBeUndefined();
    expect(run('Bill Desk <mona732@school.example>')).toBeUndefined();
    expect(run('Bill Desk <mona732@gmail.com>', { subject: 'Re: plan', isReply: true })).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { fakeReply } from '../../../src/checks/sender/fake-reply.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('fake-reply', () => {
  it('catches Re: that answers nothing', () => {
    expect(runCheck(fakeReply, { messages: [message({ subject: 'Re: Invoice 77', from: 'a@firm.example' })] })).toEqual(
      { subject: 'Re: Invoice 77' },
    );
  });
  it('catches it in Chinese', () => {
    expect(
      runCheck(fakeReply, { messages: [message({ subject: '回复：付款', from: 'a@firm.example' })] }),
    ).toBeDefined();
  });
  it('lets an answer pass', () => {
    expect(runCheck(fakeReply, { messages: [message({ subject: 'Re: Invoice 77', isReply: true })] })).toBeUndefined();
  });
  it('lets an answer pass that quotes', () => {
    // Some phones drop the references.
    expect(
      runCheck(fakeReply, { messages: [message({ subject: 'Re: Invoice 77', text: 'Yes.\n> shall we?' })] }),
    ).toBeUndefined();
  });
  it('says nothing without the headers', () => {
    // References may simply not have been passed on.
    expect(
      runCheck(fakeReply, { messages: [message({ form: 'slack-mail', subject: 'Re: Invoice 77' })] }),
    ).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { staffListRequest } from '../../../src/checks/content/staff-list-request.ts';
import { message, runCheck } from '../../helpers/evidence.ts';
import { speaking } from '../../helpers/lures.ts';

const known = speaking({
  records: ['list of employees', 'ageing report'],
  'send-me': ['send me', 'in excel'],
  answer: ['reply to me', 'let me know', 'send me'],
});

describe('staff-list-request', () => {
  it('catches a request for all employees', () => {
    const mail = message({ text: 'Please send me the list of employees with what they earn, in excel.' });
    expect(runCheck(staffListRequest, { messages: [mail] }, known)).toBeDefined();
  });

  it('catches a request for what customers owe', () => {
    const mail = message({ text: 'I need the ageing report. Send me the contacts as well.' });
    expect(runCheck(staffListRequest, { messages: [mail] }, known)).toBeDefined();
  });

  it('lets a report pass that somebody sends of his own accord', () => {
    const mail = message({ text: 'The ageing report for May is in the finance folder.' });
    expect(runCheck(staffListRequest, { messages: [mail] }, known)).toBeUndefined();
  });

  it('lets pass who says in Chinese that nothing is to be sent', () => {
    const chinese = speaking({ records: ['客户名单'], 'send-me': ['发给我'], answer: ['发给我'] });
    const told = (text: string) => runCheck(staffListRequest, { messages: [message({ text })] }, chinese);
    expect(told('客户名单请在系统里改，不用发给我。')).toBeUndefined();
    expect(told('客户名单请今天发给我。')).toBeDefined();
  });

  it('lets an answer pass', () => {
    const mail = message({
      isReply: true,
      subject: 'Re: month end',
      text: 'Send me the ageing report when you have it.\n> will do',
    });
    expect(runCheck(staffListRequest, { messages: [mail] }, known)).toBeUndefined();
  });
});

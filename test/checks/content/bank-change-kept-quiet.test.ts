import { describe, expect, it } from 'vitest';
import { bankChangeKeptQuiet } from '../../../src/checks/content/bank-change-kept-quiet.ts';
import { message, runCheck } from '../../helpers/evidence.ts';
import { knowing } from '../../helpers/lures.ts';

const known = knowing(
  {
    'bank-change': ['our bank details have changed'],
    secrecy: ['keep this between us', 'do not call me', 'your mobile number'],
    urgency: ['today'],
  },
  { 'bank-change': ['变更收款账户'], secrecy: ['请保密'] },
);
const run = (text: string) => runCheck(bankChangeKeptQuiet, { messages: [message({ text })] }, known);

describe('bank-change-kept-quiet', () => {
  it('catches a change that nobody is to hear of', () => {
    expect(run('Our bank details have changed. Keep this between us until it is settled.')).toEqual({
      change: 'our bank details have changed',
      silence: 'keep this between us',
    });
    expect(run('Our bank details have changed. Do not call me, I am travelling.')).toBeDefined();
  });

  it('catches it in Chinese', () => {
    expect(run('我司变更收款账户，此事请保密。')).toBeDefined();
  });

  it('catches it in Japanese and Korean, and lets a telephone number pass that is asked for', () => {
    const asian = knowing(
      {},
      { 'bank-change': ['振込先の変更', '계좌 변경'], secrecy: ['一切口外', '말하지 마', '전화번호를 알려'] },
    );
    const told = (text: string) => runCheck(bankChangeKeptQuiet, { messages: [message({ text })] }, asian);
    expect(told('振込先の変更については一切口外しないでください。')).toBeDefined();
    expect(told('계좌 변경은 다른 직원에게 말하지 마세요.')).toBeDefined();
    expect(told('계좌 변경 신청서에 전화번호를 알려 주세요.')).toBeUndefined();
  });

  it('lets a change pass that may be asked about, however urgent: suppliers do move their bank', () => {
    expect(
      run('Our bank details have changed as of today. Please ring us on the number that you know.'),
    ).toBeUndefined();
  });

  it('lets a form pass that asks for a telephone number beside the change: that is no wish for silence', () => {
    expect(
      run('Our bank details have changed. Please confirm your mobile number so that we can call you.'),
    ).toBeUndefined();
  });

  it('lets silence about something else pass', () => {
    expect(run('The party is on Friday, keep this between us!')).toBeUndefined();
  });
});

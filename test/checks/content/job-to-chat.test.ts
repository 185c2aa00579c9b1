import { describe, expect, it } from 'vitest';
import { jobToChat } from '../../../src/checks/content/job-to-chat.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';
import { knowing } from '../../helpers/lures.ts';

const known = knowing({ job: ['part-time job', 'on whatsapp'] }, { job: ['兼职', '加微信'] });

describe('job-to-chat', () => {
  it('catches easy work that moves to a chat', () => {
    const mail = message({ text: 'A part-time job, 300 a day. Write to me on WhatsApp.' });
    expect(runCheck(jobToChat, { messages: [mail] }, known)).toEqual({ phrase: 'part-time job' });
  });

  it('catches the move by link, and in Chinese', () => {
    const mail = message({ text: 'A part-time job, 300 a day.' });
    expect(runCheck(jobToChat, { messages: [mail], links: [link('https://t.me/easyjob')] }, known)).toBeDefined();
    expect(runCheck(jobToChat, { messages: [message({ text: '日结兼职,请加微信' })] }, known)).toEqual({
      phrase: '兼职',
    });
  });

  it('lets a job offer pass that stays on the sender’s site', () => {
    const mail = message({ text: 'We have a part-time job on ward 3.' });
    expect(
      runCheck(jobToChat, { messages: [mail], links: [link('https://hospital.example/jobs')] }, known),
    ).toBeUndefined();
  });

  it('lets friends pass who chat elsewhere and offer nothing', () => {
    expect(runCheck(jobToChat, { messages: [message({ text: 'Photos are on WhatsApp!' })] }, known)).toBeUndefined();
  });
});

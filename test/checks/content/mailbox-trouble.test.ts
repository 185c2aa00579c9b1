import { describe, expect, it } from 'vitest';
import { mailboxTrouble } from '../../../src/checks/content/mailbox-trouble.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';
import { knowing, plainText } from '../../helpers/lures.ts';

const known = knowing({ mailbox: ['mailbox is full', 'messages are pending'], 'call-to-action': ['release them'] });
const found = (text: string, url?: string) =>
  runCheck(
    mailboxTrouble,
    { messages: [message({ from: 'it@firm.example', text })], links: url ? [link(url)] : [] },
    known,
  );

describe('mailbox-trouble', () => {
  it('catches a full mailbox with a link', () => {
    expect(found('Your mailbox is full.', 'https://evil.test/')).toEqual({ phrase: 'mailbox is full' });
  });
  it('catches held mails with a demand, although the link got lost', () => {
    expect(found('5 messages are pending. Release them now.')).toBeDefined();
  });
  it('lets a remark pass that asks for nothing', () => {
    expect(found('My mailbox is full, I will call you.')).toBeUndefined();
  });
  it('lets a mail server’s report pass that a mailbox is full', () => {
    const report = message({
      from: 'Mail Delivery <mailer-daemon@firm.example>',
      headers: [{ name: 'auto-submitted', value: 'auto-replied' }],
      text: 'The mailbox is full.',
    });
    expect(
      runCheck(mailboxTrouble, { messages: [report], links: [link('https://firm.example/')] }, known),
    ).toBeUndefined();
  });
  it('lets a manual pass that tells of it far from any demand', () => {
    expect(found(`What to do when the mailbox is full. ${plainText(2000)}`, 'https://firm.example/')).toBeUndefined();
  });
});

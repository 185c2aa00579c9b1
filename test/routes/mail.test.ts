import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FakeSlack, IncomingMail } from '../../src/playground/fake-slack/types.ts';
import { type ClientName, forwardedBy, GRACE, MARTA, type Original } from '../helpers/forwards.ts';
import { answered, cards, expectAllSentInert, now, read } from '../helpers/routes.ts';
import { answerTo, cardWith, openWorkspace, REPORTS, until, type Workspace } from '../helpers/workspace.ts';

/** Mail that reaches the channel's own address: forwarded by a colleague, or sent there directly. */
let workspace: Workspace;
let slack: FakeSlack;
beforeAll(async () => {
  workspace = await openWorkspace('http');
  slack = workspace.slack;
}, 30_000);
afterAll(() => workspace.stop());

const into = async (mail: IncomingMail): Promise<string> => answered(slack, await slack.mailInto(REPORTS, mail));

function lure(number: number): Original {
  return {
    from: `Microsoft 365 Support <no-reply@helpdesk-portal${number}.example>`,
    to: `${GRACE.name} <${GRACE.address}>`,
    subject: `Action required: your password expires today (${number})`,
    date: 'Mon, 2 Nov 2026 09:41',
    text: `Your Microsoft 365 password expires today. Keep your password by verifying your account within 24 hours:\nhttps://microsoft-365-login.helpdesk-portal${number}.example/login\n\nMicrosoft 365 Support Team`,
    html: `<p>Your Microsoft 365 password expires today. Keep your password by verifying your account within 24 hours:</p><p><a href="https://microsoft-365-login.helpdesk-portal${number}.example/login">Keep current password</a></p><p>Microsoft 365 Support Team</p>`,
  };
}

describe('a lure that a colleague forwards inline', () => {
  const clients: ClientName[] = ['gmail', 'outlook', 'apple', 'thunderbird', 'foxmail'];
  it.each(clients)('from %s is judged as the original, and the colleague is not accused', async (client) => {
    const original =
      client === 'foxmail'
        ? {
            ...lure(5),
            from: '"系统管理员"<admin@mima-xitong.example>',
            subject: '密码过期通知',
            text: '您的邮箱密码已过期，请立即点击以下链接验证账户，逾期将停用邮箱：\nhttp://mima-xitong.example/login',
            html: '<p>您的邮箱密码已过期，请立即点击以下链接验证账户，逾期将停用邮箱：</p><p><a href="http://mima-xitong.example/login">点击验证</a></p>',
          }
        : lure(clients.indexOf(client));
    const said = await into(forwardedBy(GRACE, client, original));
    expect(said).toMatch(/High risk|Suspicious/);
    expect(said).not.toMatch(/grace|okafor/i);
    expect(said).toMatch(/Why\n• /);
  });

  it('shows security who forwarded it as the reporter, and the original as the suspect', async () => {
    const card = read(await cardWith(slack, /helpdesk-portal0/));
    expect(card).toMatch(/Forwarded original\n• Subject: Action required/);
    expect(card).toMatch(/From: Microsoft 365 Support · no-reply\[@\]helpdesk-portal0\[\.\]example/);
    expect(card).toMatch(/Forwarded by: grace\[\.\]okafor\[@\]hospital\[\.\]example/);
    const why = card.slice(card.indexOf('Why:'), card.indexOf('Observables'));
    expect(why).not.toMatch(/grace|okafor/i);
  });
});

describe('a lure that was sent to the channel’s address', () => {
  it('is judged by its own sender', async () => {
    const said = await into({
      subject: 'Your mailbox will be closed',
      from: { name: 'Microsoft Account Team', address: 'security@account-verify.example' },
      to: [{ address: 'report-phishing@riverside.slack.example' }],
      text: 'Your password expires today. Verify your account: https://microsoft-login.account-verify.example/login',
      html: '<p>Your password expires today.</p><a href="https://microsoft-login.account-verify.example/login">Verify your account</a>',
    });
    expect(said).toMatch(/High risk|Suspicious/);
    expect(said).toMatch(/account-verify\[\.\]example/);
  });
});

describe('an honest mail that a colleague forwards', () => {
  it('shows no signs, promises nothing, and says what was not looked at', async () => {
    const said = await into(
      forwardedBy(GRACE, 'outlook', {
        from: 'Maria Costa <maria.costa@hospital.example>',
        to: `${GRACE.name} <${GRACE.address}>`,
        subject: 'Swap on Thursday?',
        date: 'Monday, 9 November 2026 11:05',
        text: 'Hi both,\n\ncould one of you take my late shift on Thursday? I can do your Sunday instead.\n\nThank you!\nMaria',
      }),
    );
    expect(said).toMatch(/No known signs found/);
    expect(said).toMatch(/no guarantee/);
    expect(said).toMatch(/\.eml/);
    expect(said).not.toMatch(/grace|okafor/i);
  });
});

describe('attachments that Slack lists but does not hand over', () => {
  const mail = (name: string, subject: string): IncomingMail => ({
    subject,
    from: { name: 'Ward office', address: 'office@ward-supplies.example' },
    to: [{ address: 'report-phishing@riverside.slack.example' }],
    text: 'Please find the list for the ward attached. Kind regards, the office',
    attachments: [{ name, bytes: Buffer.from('bytes that nobody gets') }],
  });

  it('are named, and nothing is called clear', async () => {
    const [html, attachment] = [{ kind: 'http', status: 403 } as const, { kind: 'http', status: 403 } as const];
    slack.fail('download', html);
    slack.fail('download', attachment);
    const said = await into(mail('list-of-wards.pdf', 'List of wards'));
    expect(said).toMatch(/Could not check/);
    expect(said).not.toMatch(/No known signs/);
    expect(said).toMatch(/list-of-wards\.pdf” could not be fetched/);
    expect(said.match(/list-of-wards/g)).toHaveLength(1);
    expect(said).toMatch(/Treat it as dangerous/);
  });

  it('are said to be more than Slack lists', async () => {
    const more = mail('list.txt', 'Lists of wards');
    more.attachments = Array.from({ length: 21 }, (_, index) => ({
      name: `list${index}.txt`,
      bytes: Buffer.from('beds'),
    }));
    const said = await into(more);
    expect(said).toMatch(/Could not check/);
    expect(said).toMatch(/There are more attachments than I was given to look at/);
  });
});

describe('the same mail from two colleagues', () => {
  it('is one case, whichever client they forward with, and everybody is counted', async () => {
    const original = { ...lure(9), subject: 'Your voicemail is waiting' };
    const first = await slack.mailInto(REPORTS, forwardedBy(GRACE, 'gmail', original));
    await answerTo(slack, first);
    const card = await cardWith(slack, /voicemail is waiting/);
    expect(read(card)).toMatch(/Reported by 1 person/);
    const before = cards(slack).length;
    const second = await slack.mailInto(REPORTS, forwardedBy(MARTA, 'outlook', original, 'I got this as well.'));
    const said = await answered(slack, second);
    expect(said).toMatch(/High risk|Suspicious/);
    expect(said).toMatch(/1 colleague reported this too\./);
    await until(() => /Reported by 2 people/.test(read(now(slack, card))), 'the count on the card');
    expect(read(now(slack, card))).toMatch(/grace\[\.\]okafor.*[\s\S]*marta\[\.\]silva/);
    expect(cards(slack)).toHaveLength(before);
  });

  it('counts a colleague who forwards it twice once', async () => {
    const original = { ...lure(9), subject: 'Your voicemail is waiting' };
    const said = await into(forwardedBy(MARTA, 'gmail', original, 'again!'));
    expect(said).toMatch(/1 colleague reported this too\./);
  });
});

it('nothing that was sent bites, promises or was refused', async () => {
  await slack.settled();
  expectAllSentInert(slack);
});

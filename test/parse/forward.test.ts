import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../src/model.ts';
import { findForward } from '../../src/parse/forward.ts';
import { readSpecimen } from '../../src/parse/read.ts';

const fixture = (name: string) => readFileSync(new URL(`../fixtures/mail/${name}.eml`, import.meta.url));
const read = (mail: string | Buffer): Promise<Evidence> =>
  readSpecimen({ kind: 'mail', bytes: typeof mail === 'string' ? Buffer.from(mail) : mail }, 's1');

describe('a staff forward: the quoted original is judged, the colleague is not', () => {
  test.each([
    [
      'forward-gmail',
      'it@helpdesk.test',
      'Your mailbox is almost full',
      'Verify your account',
      'https://mail-quota.test/login',
    ],
    [
      'forward-outlook',
      'accounts@supplier.test',
      'Invoice 4711',
      'Our bank details have changed',
      'https://pay.supplier.test/new',
    ],
    ['forward-apple', 'desk@parcel.test', 'Parcel', 'Pay the fee', 'http://fee.parcel.test/x'],
    ['forward-thunderbird', 'hr@payroll.test', 'Payroll', 'Your salary', 'http://payroll.test/sign'],
    ['forward-qq', 'caiwu@butie.test', '关于高温补贴的通知', '逾期视为放弃', 'https://butie.test/apply'],
    ['forward-outlook-zh', 'admin@mima.test', '密码过期', '您的密码已过期', 'http://mima.test/a'],
    ['forward-ja', 'keiri@seikyu.test', '請求書', 'をご確認ください', 'https://seikyu.test/pay'],
    ['forward-ko', 'taekbae@delivery.test', '배송 안내', 'delivery.test', 'http://delivery.test/k'],
  ])('%s', async (name, from, subject, words, url) => {
    const { messages, links, observables, gaps } = await read(fixture(name));
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      form: 'quoted',
      from: { address: from },
      to: [{ address: 'grace.okafor@hospital.example' }],
      subject,
      forwardedBy: { address: 'grace.okafor@hospital.example' },
      text: expect.stringContaining(words),
    });
    expect(messages[0]?.text).not.toMatch(/From:|发件人|差出人|보낸|Subject:/);
    expect(links.find((link) => link.url === url)?.message).toBe(messages[0]?.id);
    expect(observables.map(({ value }) => value)).not.toContainEqual(expect.stringContaining('hospital.example'));
    expect(gaps).toEqual([]);
  });

  test('attached: the inner mail is judged with its own headers', async () => {
    const { messages, links } = await read(fixture('forward-attached'));
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      form: 'raw',
      from: { address: 'it@helpdesk.test' },
      replyTo: [{ address: 'answers@reply.test' }],
      forwardedBy: { address: 'grace.okafor@hospital.example' },
    });
    expect(messages[0]?.headers[0]?.name).toBe('received');
    expect(links.map(({ url, message }) => [url, message])).toEqual([['https://mail-quota.test/login', 's1-m1']]);
  });

  test('attached as a nameless file of bytes', async () => {
    const mail = fixture('forward-attached')
      .toString()
      .replace('message/rfc822', 'application/octet-stream; name="fwd.eml"')
      .replace('inline', 'attachment; filename="fwd.eml"');
    expect((await read(mail)).messages).toMatchObject([
      { from: { address: 'it@helpdesk.test' }, forwardedBy: { address: 'grace.okafor@hospital.example' } },
    ]);
  });

  test('passed on from colleague to colleague: the innermost original is judged', async () => {
    const chain = fixture('forward-gmail')
      .toString()
      .replace(
        'Is this real?',
        'Please look\r\n\r\n---------- Forwarded message ---------\r\nFrom: Tom Reyes <tom.reyes@hospital.example>\r\nDate: Mon, 10 Mar 2025 at 08:30\r\nSubject: Fwd: Your mailbox is almost full\r\nTo: <grace.okafor@hospital.example>\r\n\r\nIs this real?',
      );
    const { messages } = await read(chain);
    expect(messages).toMatchObject([
      { from: { address: 'it@helpdesk.test' }, forwardedBy: { address: 'grace.okafor@hospital.example' } },
    ]);
    expect(messages[0]?.comment).toContain('Is this real?');
  });
});

const forward = (parts: { comment?: string; body?: string; html?: string; headers?: string }) =>
  [
    'From: Grace Okafor <grace.okafor@hospital.example>',
    'To: reports@hospital.example',
    'Subject: Fwd: Parcel',
    parts.headers ?? 'Content-Type: text/plain; charset=utf-8',
    '',
    parts.comment ?? '',
    '',
    '---------- Forwarded message ---------',
    'From: Desk <desk@parcel.test>',
    'Date: Mon, 10 Mar 2025 08:12:00 +0000',
    'Subject: Parcel',
    'To: <grace.okafor@hospital.example>',
    '',
    parts.body ?? 'Pay the fee: http://fee.parcel.test/x',
  ].join('\r\n');

describe('what the forwarder and his mail program add is no evidence', () => {
  const SIGNATURE =
    'Kind regards,\r\nGrace Okafor\r\nWard 4 | Hospital Example\r\nT: +44 20 7946 0000\r\nwww.hospital.example\r\nhttps://www.linkedin.com/company/hospital-example';
  const DISCLAIMER =
    'This e-mail and any attachments are confidential and intended solely for the named addressee. If you have received it in error please notify the sender and delete it. Any unauthorised disclosure is strictly prohibited and may be unlawful, in whole or in part, whatever the circumstances of its receipt may be.';
  const BANNER =
    'CAUTION: This email originated from outside of the organization. Do not click links or open attachments unless you recognize the sender.';

  test('signature and disclaimer, however long', async () => {
    const { messages } = await read(forward({ comment: `Is this real?\r\n\r\n${SIGNATURE}\r\n\r\n${DISCLAIMER}` }));
    expect(messages).toMatchObject([{ form: 'quoted', text: 'Pay the fee: http://fee.parcel.test/x' }]);
    expect(messages[0]?.comment).toContain('Is this real?');
    expect(messages[0]?.comment).not.toContain('confidential');
  });

  test('a banner before the original, and one before the block', async () => {
    const { messages } = await read(
      forward({ comment: BANNER, body: `${BANNER}\r\n\r\nPay the fee: http://fee.parcel.test/x` }),
    );
    expect(messages).toMatchObject([{ form: 'quoted', text: 'Pay the fee: http://fee.parcel.test/x' }]);
    expect(messages[0]?.comment).toBeUndefined();
  });

  test('the date that the client printed is the original’s', async () => {
    expect((await read(forward({}))).messages[0]?.sentAt).toBe('2025-03-10T08:12:00.000Z');
  });
});

describe('a block in the plain part, the original as HTML', () => {
  const part = (type: string, body: string) => `--b\r\nContent-Type: ${type}; charset=utf-8\r\n\r\n${body}\r\n`;
  const block = forward({ comment: 'Is this real?', body: '' }).split('\r\n\r\n').slice(1).join('\r\n\r\n');
  const html = '<p>Pay <a href="http://fee.parcel.test/x">https://bank.example</a></p>';
  test.each(['alternative', 'mixed'])('multipart/%s', async (kind) => {
    const mail = `From: Grace Okafor <grace.okafor@hospital.example>\r\nTo: reports@hospital.example\r\nSubject: Fwd: Parcel\r\nMIME-Version: 1.0\r\nContent-Type: multipart/${kind}; boundary=b\r\n\r\n${part('text/plain', block)}${part('text/html', html)}--b--\r\n`;
    const { messages, links } = await read(mail);
    expect(messages).toMatchObject([
      { form: 'quoted', from: { address: 'desk@parcel.test' }, text: 'Pay https://bank.example' },
    ]);
    expect(links).toMatchObject([{ url: 'http://fee.parcel.test/x', shown: 'https://bank.example', message: 's1-m1' }]);
  });
});

test('a mail that was misread on its way keeps the letters that it still has', async () => {
  const { messages } = await read(
    forward({ body: 'Gl\ufffd\ufffdckwunsch f\ufffdr Zo\ufffd: http://fee.parcel.test/x' }),
  );
  expect(messages[0]?.text).toContain('ckwunsch f\ufffdr');
});

test('a forward of a forward of a forward, attached: every colleague is a carrier', async () => {
  let mail =
    'From: Desk <desk@parcel.test>\r\nTo: a@hospital.example\r\nSubject: Parcel\r\n\r\nPay: http://fee.parcel.test/x';
  for (const name of ['a', 'b', 'c', 'd']) {
    mail = `From: ${name}@hospital.example\r\nTo: x@hospital.example\r\nSubject: Fwd: Parcel\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b${name}\r\n\r\n--b${name}\r\nContent-Type: text/plain\r\n\r\nPlease look, says ${name}\r\n--b${name}\r\nContent-Type: message/rfc822\r\n\r\n${mail}\r\n--b${name}--\r\n`;
  }
  const { messages } = await read(mail);
  expect(messages).toMatchObject([
    { from: { address: 'desk@parcel.test' }, forwardedBy: { address: 'd@hospital.example' } },
  ]);
  expect(messages[0]?.comment).toContain('says d');
});

test('an abuse report: the attached original is judged with its own sender', async () => {
  const mail =
    'From: feedback@provider.test\r\nTo: abuse@hospital.example\r\nSubject: Abuse report\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nThis is an abuse report for a message received from 192.0.2.1\r\n--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: Desk <desk@parcel.test>\r\nSubject: Parcel\r\n\r\nPay: http://fee.parcel.test/x\r\n--b--\r\n';
  const { messages, links, attachments } = await read(mail);
  expect(messages.map(({ from }) => from?.address)).toEqual(['feedback@provider.test', 'desk@parcel.test']);
  expect(links).toMatchObject([{ url: 'http://fee.parcel.test/x', message: 's1-m2' }]);
  expect(attachments).toEqual([]);
});

test('a pasted chain from colleague to colleague: the innermost is judged', async () => {
  const text = `From: Tom <tom@hospital.example>\nSent: 10 Mar 2025\nTo: Grace <grace@hospital.example>\nSubject: Fwd: Parcel\n\nIs it real?\n\nFrom: Desk <desk@parcel.test>\nSent: 10 Mar 2025\nTo: Tom <tom@hospital.example>\nSubject: Parcel\n\nPay`;
  const { messages } = await readSpecimen({ kind: 'text', text, links: [] }, 's1');
  expect(messages).toMatchObject([{ from: { address: 'desk@parcel.test' }, text: 'Pay' }]);
});

describe('a forward that hides somebody: the carrier is judged too', () => {
  const planted = () => fixture('planted-forward').toString();
  const senders = ({ messages }: Evidence) =>
    messages.map(({ form, from, forwardedBy }) => [form, from?.address, forwardedBy?.address]);

  test('a stranger with a block at the top of his own mail', async () => {
    const found = await read(planted());
    expect(senders(found)).toEqual([
      ['raw', 'director@stranger.test', undefined],
      ['quoted', 'ada.chen@hospital.example', undefined],
    ]);
    expect(found.messages[0]?.text).toContain('Account 12345678');
    expect(found.observables).toContainEqual({ kind: 'address', value: 'director@stranger.test' });
  });

  const asColleague = () => planted().replaceAll('stranger.test', 'hospital.example');

  test('one of the same house whose authentication failed', async () => {
    const mail = asColleague().replace(
      'Subject:',
      'Authentication-Results: mx.hospital.example; dmarc=fail header.from=hospital.example\r\nSubject:',
    );
    expect(senders(await read(mail))[0]).toEqual(['raw', 'director@hospital.example', undefined]);
  });

  test('one who writes a page before the block', async () => {
    const mail = asColleague().replace('Please wire', `${'Please read this first. '.repeat(30)}Please wire`);
    expect(senders(await read(mail))[0]).toEqual(['raw', 'director@hospital.example', undefined]);
  });

  test('one who puts a link before the block: the link is his', async () => {
    const mail = asColleague().replace('Please wire', 'Sign at http://evil.test/x first. Please wire');
    const found = await read(mail);
    expect(senders(found)[0]).toEqual(['raw', 'director@hospital.example', undefined]);
    expect(found.links).toMatchObject([{ url: 'http://evil.test/x', message: 's1-m1' }]);
  });

  test('one who may be a colleague: his short words are judged with the original', async () => {
    const found = await read(asColleague());
    expect(senders(found)).toEqual([['quoted', 'ada.chen@hospital.example', 'director@hospital.example']]);
    expect(found.messages[0]?.comment).toContain('Please wire the amount below');
  });

  test('a mail that attaches another and has a lure of its own', async () => {
    const mail = fixture('forward-attached')
      .toString()
      .replace('See attached.', 'Log in at http://evil.test/x to read the attachment.');
    const found = await read(mail);
    expect(senders(found)).toEqual([
      ['raw', 'grace.okafor@hospital.example', undefined],
      ['raw', 'it@helpdesk.test', undefined],
    ]);
    expect(found.links.map(({ url, message }) => [url, message])).toContainEqual(['http://evil.test/x', 's1-m1']);
  });
});

describe('no forward', () => {
  const block =
    'From: Grace <grace@hospital.example>\nSent: Monday, March 10, 2025 8:12 AM\nTo: Evil <evil@evil.test>\nSubject: Invoice\n\nPlease send the invoice.';

  test('a reply with the header block of the mail that it answers', async () => {
    expect(
      findForward(`See attached.\n\n________________________________\n${block}`, {
        subject: 'Re: Invoice',
        isReply: true,
        fromColleague: true,
      }),
    ).toBeUndefined();
    expect(
      findForward(`See attached.\n\n${block}`, { subject: 'Fw: Invoice', isReply: false, fromColleague: true }),
    ).toMatchObject({
      from: { address: 'grace@hospital.example' },
    });
  });

  test('a letter that begins with from and to', async () => {
    expect(findForward('To: The President\n\nFrom: AB Sanni\n\nI seek your assistance.', undefined)).toBeUndefined();
    expect(findForward('主题：通知\n发件人：财务处\n请办理', undefined)).toBeUndefined();
  });

  test('an ordinary text', async () => {
    expect(
      findForward('Hello, please forward this message to all.', { subject: '', isReply: false, fromColleague: true }),
    ).toBeUndefined();
  });
});

test.each([
  ['line ends', '\n'.repeat(50_000)],
  ['blanks', ' '.repeat(50_000)],
  ['quote marks', '> '.repeat(50_000)],
  ['header labels', 'From: a\n'.repeat(6_000)],
  ['Chinese header labels', '发件人: a\n'.repeat(6_000)],
  ['dashes', '-'.repeat(50_000)],
])('fifty thousand %s in a forward take no more than seconds', async (_, filler) => {
  const before = performance.now();
  await read(`From: a@a.test\nTo: b@a.test\nSubject: Fwd: x\n\n${filler}`);
  expect(performance.now() - before).toBeLessThan(5_000);
});

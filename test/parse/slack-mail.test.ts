import { expect, test } from 'vitest';
import type { SlackMail } from '../../src/model.ts';
import { readSpecimen } from '../../src/parse/read.ts';

const mail = (parts: Partial<SlackMail> = {}): SlackMail => ({
  id: 'F1',
  subject: 'Quota',
  from: [{ address: 'Eve@evil.test', name: 'Eve' }],
  to: [{ address: 'reports@hospital.slack.com' }],
  cc: [],
  plainText: 'Verify at http://evil.test/x',
  headers: { date: 'Mon, 10 Mar 2025 08:12:00 +0000', replyTo: 'Eve <answers@evil.test>', messageId: '<1@evil.test>' },
  attachments: [],
  ...parts,
});
const read = (parts: Partial<SlackMail> = {}, html?: string) =>
  readSpecimen({ kind: 'slack-mail', mail: mail(parts), html }, 's1');

test('reads what Slack tells, and says that authentication is missing', async () => {
  const { messages, links, gaps } = await read();
  expect(messages).toMatchObject([
    {
      form: 'slack-mail',
      from: { address: 'eve@evil.test', name: 'Eve' },
      replyTo: [{ address: 'answers@evil.test' }],
      sentAt: '2025-03-10T08:12:00.000Z',
      messageId: '<1@evil.test>',
      isReply: false,
      authentication: [],
    },
  ]);
  expect(links).toMatchObject([{ url: 'http://evil.test/x' }]);
  expect(gaps).toEqual([{ what: 'authentication', why: 'missing', blinding: false }]);
});

test('reads the HTML where it is at hand', async () => {
  const { messages, links } = await read({}, '<p>Verify <a href="http://evil.test/y">https://bank.example</a></p>');
  expect(messages[0]?.text).toBe('Verify https://bank.example');
  expect(links.map(({ url }) => url)).toEqual(['http://evil.test/y', 'http://evil.test/x']);
});

test('after a staff forward the colleague is not judged', async () => {
  const { messages, observables } = await read({
    subject: 'Fwd: Quota',
    from: [{ address: 'grace@hospital.example', name: 'Grace' }],
    headers: {},
    plainText:
      'is this ok?\n\n---------- Forwarded message ---------\nFrom: Eve <eve@evil.test>\nDate: Mon, 10 Mar 2025\nSubject: Quota\nTo: <grace@hospital.example>\n\nVerify at http://evil.test/x',
  });
  expect(messages).toMatchObject([
    {
      form: 'quoted',
      from: { address: 'eve@evil.test' },
      forwardedBy: { address: 'grace@hospital.example' },
      text: 'Verify at http://evil.test/x',
    },
  ]);
  expect(observables).not.toContainEqual({ kind: 'address', value: 'grace@hospital.example' });
});

test('attachments are read where their bytes are at hand, and named where they are not', async () => {
  const { messages, attachments, gaps } = await read({
    attachments: [
      { name: 'a.txt', type: 'text/plain', bytes: Buffer.from('hello') },
      { name: 'b.pdf', size: 10 },
      {
        name: 'c.eml',
        bytes: Buffer.from('From: Mal <mal@evil.test>\nSubject: inner\nMessage-ID: <2@evil.test>\n\nx'),
      },
    ],
    moreAttachments: true,
  });
  expect(attachments).toMatchObject([{ name: 'a.txt', message: 's1-m1', declaredType: 'text/plain' }]);
  expect(messages.map(({ from }) => from?.address)).toEqual(['eve@evil.test', 'mal@evil.test']);
  expect(gaps).toContainEqual({ what: 'attachment', why: 'missing', name: 'b.pdf', blinding: true });
  expect(gaps).toContainEqual({ what: 'attachment', why: 'too-many', blinding: true });
});

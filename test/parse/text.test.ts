import { expect, test } from 'vitest';
import type { ShownLink } from '../../src/model.ts';
import { readSpecimen } from '../../src/parse/read.ts';

const read = (text: string, parts: { links?: ShownLink[]; from?: string } = {}) =>
  readSpecimen({ kind: 'text', text, links: [], ...parts }, 's1');

test('a bare text is a message without headers', async () => {
  const { messages, links } = await read('Your parcel is held: http://parcel.test/x', { from: '+44 7700 900123' });
  expect(messages).toMatchObject([
    {
      id: 's1-m1',
      form: 'pasted',
      from: { address: '', name: '+44 7700 900123' },
      text: 'Your parcel is held: http://parcel.test/x',
    },
  ]);
  expect(links).toMatchObject([{ source: 'text', url: 'http://parcel.test/x', message: 's1-m1' }]);
});

test('takes the address out of a given sender', async () => {
  const { messages } = await read('hello', { from: 'Eve <Eve@Evil.test>' });
  expect(messages[0]?.from).toEqual({ address: 'eve@evil.test', domain: 'evil.test', name: 'Eve' });
});

test('keeps the label that Slack knew, and counts such a link once', async () => {
  const { links } = await read('Sign in: bank.example or http://evil.test/y', {
    links: [
      { url: 'http://evil.test/x', shown: 'bank.example' },
      { url: 'http://evil.test/y', shown: 'http://evil.test/y' },
    ],
  });
  expect(links.map(({ url, shown }) => [url, shown])).toEqual([
    ['http://evil.test/x', 'bank.example'],
    ['http://evil.test/y', undefined],
  ]);
});

test('the source of a mail is read as one', async () => {
  const source =
    'Received: from mx.evil.test by mx.hospital.example\nFrom: Eve <eve@evil.test>\nTo: ward5@hospital.example\nSubject: Quota\nMIME-Version: 1.0\nContent-Type: text/html\n\n<a href="http://evil.test/x">http://hospital.example</a>';
  const { messages, links } = await read(source);
  expect(messages).toMatchObject([{ form: 'raw', from: { address: 'eve@evil.test' }, subject: 'Quota' }]);
  expect(links).toMatchObject([{ url: 'http://evil.test/x', shown: 'http://hospital.example' }]);
});

test.each([
  [
    'Gmail',
    '---------- Forwarded message ---------\nFrom: Eve <eve@evil.test>\nDate: Mon, 10 Mar 2025\nSubject: Quota\nTo: <ward5@hospital.example>\n\nPay http://evil.test/x',
  ],
  [
    'Outlook',
    'From: Eve <eve@evil.test>\nSent: Monday, March 10, 2025 8:12 AM\nTo: Ward 5 <ward5@hospital.example>\nSubject: Quota\n\nPay http://evil.test/x',
  ],
  [
    'Chinese',
    '发件人: Eve <eve@evil.test>\n发送时间: 2025年3月10日\n收件人: <ward5@hospital.example>\n主题: Quota\n\nPay http://evil.test/x',
  ],
])('a pasted block as %s prints it is the quoted message', async (_, text) => {
  const { messages, links } = await read(text);
  expect(messages).toMatchObject([
    { form: 'quoted', from: { address: 'eve@evil.test' }, subject: 'Quota', text: 'Pay http://evil.test/x' },
  ]);
  expect(messages[0]?.forwardedBy).toBeUndefined();
  expect(links).toMatchObject([{ message: 's1-m1', url: 'http://evil.test/x' }]);
});

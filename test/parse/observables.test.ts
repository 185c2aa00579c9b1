import { expect, test } from 'vitest';
import { observablesOf } from '../../src/parse/observables.ts';
import { attachment, evidence, link, mailbox, message } from '../helpers/evidence.ts';

const seen = (parts: Parameters<typeof evidence>[0], inText: string[] = []) =>
  observablesOf(evidence(parts), inText).map(({ kind, value }) => `${kind} ${value}`);

test('names a link by address, host and the site that is one owner’s', () => {
  expect(seen({ links: [link('https://User:pw@A.Evil.Example/p?q#f')] })).toEqual([
    'url https://a.evil.example/p?q',
    'domain a.evil.example',
    'domain evil.example',
  ]);
});

test('never names a host that strangers share', () => {
  expect(seen({ links: [link('https://evil.github.io/')] })).toEqual([
    'url https://evil.github.io/',
    'domain evil.github.io',
  ]);
});

test('knows addresses of machines', () => {
  expect(seen({ links: [link('http://0xc0000207/'), link('http://[2001:db8::1]/')] })).toEqual([
    'url http://192.0.2.7/',
    'ip 192.0.2.7',
    'url http://[2001:db8::1]/',
    'ip 2001:db8::1',
  ]);
});

test('leaves out pictures and what is no web address', () => {
  expect(
    seen({ links: [link('https://logo.example/a.png', { source: 'image' }), link('javascript:alert(1)')] }),
  ).toEqual([]);
});

test('names the senders of suspects, never the colleague who forwarded, nor recipients', () => {
  expect(
    seen({
      messages: [
        message({
          from: 'Evil <evil@evil.example>',
          replyTo: ['answers@evil.example'],
          returnPath: 'bounce@evil.example',
          to: ['ward5@hospital.example'],
          forwardedBy: mailbox('grace@hospital.example'),
        }),
        message({ id: 'm2', from: 'grace@hospital.example' }),
      ],
    }),
  ).toEqual([
    'address evil@evil.example',
    'domain evil.example',
    'address answers@evil.example',
    'address bounce@evil.example',
  ]);
});

test('names a sender who lists himself among the recipients', () => {
  expect(seen({ messages: [message({ from: 'evil@evil.example', cc: ['evil@evil.example'] })] })).toEqual([
    'address evil@evil.example',
    'domain evil.example',
  ]);
});

test('names the domain of a sender, but never that of the house whose member forwarded', () => {
  const forged = message({ from: 'it@mail.hospital.example', forwardedBy: mailbox('grace@hospital.example') });
  expect(seen({ messages: [forged] })).toEqual(['address it@mail.hospital.example']);
});

test('names addresses in the text, but for recipients', () => {
  expect(
    seen({ messages: [message({ to: ['ward5@hospital.example'] })] }, ['pay@evil.example', 'ward5@hospital.example']),
  ).toEqual(['address pay@evil.example']);
});

test('leaves out the front page in the signature of the colleague, not a page below it', () => {
  const messages = [message({ forwardedBy: mailbox('grace@hospital.example') })];
  expect(seen({ messages, links: [link('https://www.hospital.example/')] })).toEqual([]);
  expect(seen({ messages, links: [link('https://www.hospital.example/x')] })).toContain('domain www.hospital.example');
});

test('names the hash of each attachment', () => {
  expect(seen({ attachments: [attachment('a.pdf', { sha256: 'AB'.repeat(32) })] })).toEqual([
    `sha256 ${'ab'.repeat(32)}`,
  ]);
});

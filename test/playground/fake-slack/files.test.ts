import { describe, expect, test } from 'vitest';
import { call, workspace } from './workspace.ts';

const eml = { name: 'Rechnung Nr 5.eml', bytes: Buffer.from('From: a@b.example\r\n\r\nhi') };

async function get(url: string, token?: string) {
  const response = await fetch(url, { redirect: 'manual', headers: token ? { authorization: `Bearer ${token}` } : {} });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    location: response.headers.get('location'),
    text: await response.text(),
  };
}

describe('uploads', () => {
  test('come as a file_share post and download with the bot token', async () => {
    const slack = await workspace();
    const post = await slack.say('U0NURSE', 'C0REPORTS', { text: 'odd mail', files: [eml] });
    expect(post).toMatchObject({
      subtype: 'file_share',
      text: 'odd mail',
      files: [{ name: eml.name, mimetype: 'application/octet-stream' }],
    });
    const url = post.files[0]?.urlPrivateDownload ?? '';
    expect(url).toMatch(/\/files-pri\/T0TEAM-F[A-Z0-9]+\/download\/rechnung_nr_5\.eml$/);
    expect(await get(url, 'xoxb-tests')).toMatchObject({ status: 200, text: eml.bytes.toString() });
  });

  test('without a token there is a redirect to the login page', async () => {
    const slack = await workspace();
    const post = await slack.say('U0NURSE', 'C0REPORTS', { files: [eml] });
    const answer = await get(post.files[0]?.urlPrivateDownload ?? '');
    expect(answer).toMatchObject({
      status: 302,
      location: expect.stringContaining(`${slack.origin}/?redir=%2Ffiles-pri%2F`),
    });
    expect((await get(answer.location ?? '')).text).toContain('Sign in');
  });

  test.each([
    ['with another token', {}, 'xoxb-other', 'C0REPORTS'],
    ['without the scope', { scopes: ['chat:write'] }, 'xoxb-tests', 'C0REPORTS'],
    ['from a channel that the bot is not in', {}, 'xoxb-tests', 'C0GENERAL'],
  ])('%s there is the login page with status 200', async (_, more, token, channel) => {
    const slack = await workspace(more);
    const post = await slack.say('U0NURSE', channel, { files: [eml] });
    const answer = await get(post.files[0]?.urlPrivateDownload ?? '', token);
    expect(answer).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
    expect(answer.text).toMatch(/^<!DOCTYPE html>/);
  });

  test('a download may fail, or break in the middle', async () => {
    const slack = await workspace();
    const post = await slack.say('U0NURSE', 'C0REPORTS', { files: [eml] });
    const url = post.files[0]?.urlPrivateDownload ?? '';
    slack.fail('download', { kind: 'http', status: 500 });
    expect((await get(url, 'xoxb-tests')).status).toBe(500);
    slack.fail('download', { kind: 'drop' });
    await expect(get(url, 'xoxb-tests')).rejects.toThrow();
    expect((await get(url, 'xoxb-tests')).text).toBe(eml.bytes.toString());
  });

  test('a Slack Connect stub shows nothing until it is asked for', async () => {
    const slack = await workspace();
    const post = await slack.say('U0NURSE', 'C0REPORTS', { files: [{ ...eml, stub: true }] });
    const { messages } = (await call(slack, 'conversations.history', { channel: 'C0REPORTS' })) as unknown as {
      messages: { files: object[] }[];
    };
    const id = post.files[0]?.id;
    expect(messages[0]?.files[0]).toMatchObject({ id, mode: 'file_access', file_access: 'check_file_info' });
    expect(messages[0]?.files[0]).not.toHaveProperty('url_private_download');
    const { file } = await call(slack, 'files.info', { file: id });
    expect(file).toMatchObject({ id, name: eml.name, url_private_download: expect.stringContaining('/download/') });
  });
});

describe('mail by the e-mail integration', () => {
  const mail = {
    subject: 'Your password ends today',
    from: { address: 'it@helpdesk.example', name: 'IT' },
    to: [{ address: 'reports@hospital.example' }],
    text: 'Go to https://evil.example',
    html: '<a href="https://evil.example">here</a>',
    messageId: '<1@helpdesk.example>',
    replyTo: 'x@elsewhere.example',
    attachments: [{ name: 'form.pdf', bytes: Buffer.from('%PDF-1.4') }],
  };

  test('is a file of mode email in a post of USLACKBOT, without text', async () => {
    const slack = await workspace();
    await slack.mailInto('C0REPORTS', mail);
    const { messages } = (await call(slack, 'conversations.history', { channel: 'C0REPORTS' })) as unknown as {
      messages: object[];
    };
    expect(messages).toMatchObject([
      {
        subtype: 'file_share',
        user: 'USLACKBOT',
        bot_id: expect.stringMatching(/^B/),
        text: '',
        files: [
          {
            mode: 'email',
            filetype: 'email',
            mimetype: 'text/html',
            subject: mail.subject,
            from: [{ address: 'it@helpdesk.example', name: 'IT', original: 'IT <it@helpdesk.example>' }],
            to: [{ address: 'reports@hospital.example', name: '', original: 'reports@hospital.example' }],
            cc: [],
            plain_text: mail.text,
            headers: { message_id: mail.messageId, reply_to: mail.replyTo, in_reply_to: null },
            attachments: [{ filename: 'form.pdf', size: 8, mimetype: 'application/pdf', url: expect.any(String) }],
            original_attachment_count: 1,
            has_more: false,
          },
        ],
      },
    ]);
  });

  test('downloads as HTML, its attachments as they are', async () => {
    const slack = await workspace();
    const post = await slack.mailInto('C0REPORTS', mail);
    const [file] = post.files;
    expect(await get(file?.urlPrivateDownload ?? '', 'xoxb-tests')).toMatchObject({
      type: 'text/html',
      text: mail.html,
    });
    const [attachment] = (file?.email?.attachments ?? []) as { url: string }[];
    expect((await get(attachment?.url ?? '', 'xoxb-tests')).text).toBe('%PDF-1.4');
  });
});

test('a forwarded post travels as an attachment with its files inside', async () => {
  const slack = await workspace();
  const original = await slack.say('U0NURSE', 'C0GENERAL', {
    text: 'is this real? https://evil.example',
    files: [eml],
  });
  const post = await slack.share('U0NURSE', original, 'C0REPORTS');
  expect(post.subtype).toBeUndefined();
  expect(post).toMatchObject({
    text: '',
    blocks: [],
    files: [],
    attachments: [
      {
        is_share: true,
        is_msg_unfurl: true,
        channel_id: 'C0GENERAL',
        author_id: 'U0NURSE',
        text: 'is this real? <https://evil.example>',
        message_blocks: [{ message: { blocks: original.blocks } }],
        files: [{ name: eml.name }],
      },
    ],
  });
  const [attachment] = post.attachments as { files: { url_private_download: string }[] }[];
  expect((await get(attachment?.files[0]?.url_private_download ?? '', 'xoxb-tests')).text).toBe(eml.bytes.toString());
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arrivalOfForm,
  arrivalOfMention,
  arrivalOfMessage,
  arrivalOfShortcut,
  pointsAtParent,
  type Surroundings,
} from '../../src/slack/arrivals.ts';
import { type SlackMessage, slackMessage } from '../../src/slack/payloads.ts';
import { hostile } from './hostile.ts';

const around: Surroundings = {
  team: 'T1',
  bot: 'UBOT',
  reportChannels: new Set(['C0REPORT']),
  hasLure: (text) => text.includes('verify your account'),
};

const post = (parts: Record<string, unknown>): SlackMessage =>
  slackMessage.parse({
    type: 'message',
    channel: 'C0REPORT',
    channel_type: 'channel',
    user: 'U1',
    text: '',
    ts: '1.1',
    ...parts,
  });
const rich = (...elements: unknown[]) => [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }];
const reported = (parts: Record<string, unknown>) => {
  const found = arrivalOfMessage(post(parts), 'Ev1', around);
  if (!found || found === 'chatter') throw new Error(`nothing was reported: ${found}`);
  return found;
};
const heard = (parts: Record<string, unknown>) => arrivalOfMessage(post(parts), 'Ev1', around);

const file = {
  id: 'F1',
  name: 'odd.eml',
  mode: 'hosted',
  mimetype: 'application/octet-stream',
  size: 10,
  url_private_download: 'https://files.slack.com/F1',
};
const mailFile = {
  id: 'F2',
  mode: 'email',
  filetype: 'email',
  mimetype: 'text/html',
  subject: 'Your parcel',
  from: [{ address: 'a@evil.example', name: 'Post', original: 'x' }],
  to: [{ address: 'ward@hospital.example' }],
  cc: [],
  plain_text: 'pay now',
  headers: { date: 'Mon', in_reply_to: null, reply_to: 'b@evil.example', message_id: '<1@evil.example>' },
  attachments: [{ filename: 'a.pdf', size: 3, mimetype: 'application/pdf', url: 'https://files.slack.com/a' }],
  original_attachment_count: 2,
  url_private_download: 'https://files.slack.com/F2',
};

describe('mail by the e-mail integration', () => {
  const mail = { user: 'USLACKBOT', bot_id: 'B9', subtype: 'file_share', files: [mailFile] };

  it('is a report although a bot posts it', () => {
    const { arrival, keys } = reported(mail);
    expect(arrival).toMatchObject({
      route: 'email',
      reporter: { team: 'T1', user: 'USLACKBOT', address: 'a@evil.example' },
      place: { channel: 'C0REPORT', thread: '1.1' },
    });
    expect(arrival.parts).toEqual([
      {
        kind: 'slack-mail',
        mail: {
          id: 'F2',
          subject: 'Your parcel',
          from: [{ address: 'a@evil.example', name: 'Post' }],
          to: [{ address: 'ward@hospital.example' }],
          cc: [],
          plainText: 'pay now',
          headers: { date: 'Mon', replyTo: 'b@evil.example', messageId: '<1@evil.example>' },
          attachments: [{ name: 'a.pdf', size: 3, type: 'application/pdf' }],
          moreAttachments: true,
        },
        html: expect.objectContaining({ id: 'F2', url: 'https://files.slack.com/F2' }),
        attachments: [
          { id: 'F2#0', name: 'a.pdf', url: 'https://files.slack.com/a', size: 3, mimetype: 'application/pdf' },
        ],
      },
    ]);
    expect(keys).toEqual(['event:Ev1', 'post:C0REPORT:1.1']);
  });

  it('comes as bot_message as well', () => {
    expect(reported({ ...mail, subtype: 'bot_message' }).arrival.route).toBe('email');
  });

  it('keeps the mail when a field has the wrong type', () => {
    const { arrival } = reported({
      ...mail,
      files: [{ ...mailFile, from: 'nobody', headers: 7, attachments: [null, { filename: 5 }] }],
    });
    expect(arrival.parts[0]).toMatchObject({ kind: 'slack-mail', mail: { from: [], plainText: 'pay now' } });
  });
});

describe('who is not heard', () => {
  it.each([
    ['another bot', { user: 'U5', bot_id: 'B5', text: 'https://evil.example' }],
    ['another bot with a file', { user: 'U5', bot_id: 'B5', subtype: 'bot_message', files: [file] }],
    ['ourselves', { user: 'UBOT', text: 'https://evil.example' }],
    ['an edit', { subtype: 'message_changed', text: 'https://evil.example' }],
    ['a join', { subtype: 'channel_join', text: 'joined' }],
    ['another channel', { channel: 'C0OTHER', text: 'https://evil.example' }],
    ['talk in a thread', { thread_ts: '1.0', text: 'see https://evil.example' }],
    [
      'talk in a thread of a direct message',
      { channel: 'D1', channel_type: 'im', thread_ts: '1.0', text: 'thanks a lot!' },
    ],
    ['Slackbot without mail', { user: 'USLACKBOT', text: 'https://evil.example' }],
  ])('%s', (_, parts) => {
    expect(heard(parts)).toBeUndefined();
  });
});

describe('what is reported', () => {
  it('takes an upload with the words beside it as a note', () => {
    const { arrival } = reported({ subtype: 'file_share', files: [file], text: 'is this real?' });
    expect(arrival.parts).toEqual([
      {
        kind: 'file',
        file: { id: 'F1', name: 'odd.eml', url: file.url_private_download, size: 10, mimetype: file.mimetype },
      },
    ]);
    expect(arrival.note).toBe('is this real?');
  });

  it('takes a file that is added in a thread, and answers in that thread', () => {
    expect(reported({ thread_ts: '1.0', subtype: 'file_share', files: [file] }).arrival.place.thread).toBe('1.0');
  });

  it('keeps a stub of Slack Connect, to be asked for later', () => {
    const { arrival } = reported({ files: [{ id: 'F9', mode: 'file_access', file_access: 'check_file_info' }] });
    expect(arrival.parts).toEqual([
      { kind: 'file', file: { id: 'F9', name: 'file', url: undefined, size: undefined, mimetype: undefined } },
    ]);
  });

  it('takes bare links as links, with the label that lies', () => {
    const { arrival } = reported({
      text: '<https://evil.example/a|https://bank.example>',
      blocks: rich(
        { type: 'link', url: 'https://evil.example/a', text: 'https://bank.example' },
        { type: 'text', text: ' ' },
        { type: 'link', url: 'https://two.example' },
      ),
    });
    expect(arrival.parts).toEqual([
      { kind: 'link', url: 'https://evil.example/a', shown: 'https://bank.example' },
      { kind: 'link', url: 'https://two.example' },
    ]);
  });

  it('takes a defanged link and a domain in a code block', () => {
    expect(reported({ text: 'hxxps://evil[.]example/x' }).arrival.parts).toEqual([
      { kind: 'link', url: 'https://evil.example/x' },
    ]);
    expect(
      reported({
        blocks: [
          {
            type: 'rich_text',
            elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'http://evil.example/' }] }],
          },
        ],
      }).arrival.parts,
    ).toMatchObject([{ kind: 'link' }]);
  });

  it('takes words with a link as a text, decoded from Slack’s markup', () => {
    const { arrival } = reported({
      text: 'Pay &amp; verify: <https://evil.example/?a=1&amp;b=2|here> or <mailto:a@evil.example|a@evil.example> <@U7>',
    });
    expect(arrival.parts).toEqual([
      {
        kind: 'text',
        text: 'Pay & verify: here or a@evil.example',
        links: [{ url: 'https://evil.example/?a=1&b=2', shown: 'here' }],
      },
    ]);
  });

  it('takes a forwarded post with its nested files and says who wrote it', () => {
    const { arrival } = reported({
      text: 'look',
      attachments: [
        {
          is_share: true,
          is_msg_unfurl: true,
          author_name: 'Eve',
          text: 'old text',
          message_blocks: [
            {
              message: {
                blocks: rich(
                  { type: 'text', text: 'Gift cards, now! ' },
                  { type: 'link', url: 'https://evil.example' },
                ),
              },
            },
          ],
          files: [file],
        },
      ],
    });
    expect(arrival.parts).toEqual([
      expect.objectContaining({ kind: 'file' }),
      {
        kind: 'text',
        text: 'Gift cards, now! https://evil.example',
        links: [{ url: 'https://evil.example' }],
        from: 'Eve',
      },
    ]);
    expect(arrival.note).toBe('look');
  });

  it('leaves Slack’s own preview of a link alone', () => {
    const { arrival } = reported({
      text: '<https://evil.example>',
      attachments: [{ title: 'Page', text: 'preview', from_url: 'https://evil.example' }],
    });
    expect(arrival.parts).toEqual([{ kind: 'link', url: 'https://evil.example' }]);
  });

  it('takes pasted source and forwarded blocks as text', () => {
    const source = 'Return-Path: <a@evil.example>\nFrom: Bank <a@evil.example>\nSubject: hello\nDate: Mon\n\nbody';
    expect(reported({ blocks: rich({ type: 'text', text: source }) }).arrival.parts[0]).toMatchObject({
      kind: 'text',
      text: source,
    });
    expect(reported({ text: '---------- Forwarded message ---------\nFrom: x' }).arrival.parts[0]).toMatchObject({
      kind: 'text',
    });
  });

  it('takes long words with a lure, and calls other words talk', () => {
    const long = `Dear colleague, please verify your account. ${'More words follow here. '.repeat(10)}`;
    expect(reported({ text: long }).arrival.parts[0]).toMatchObject({ kind: 'text' });
    expect(heard({ text: 'More words follow here. '.repeat(20) })).toBe('chatter');
    expect(heard({ text: 'has anyone else got odd mails today?' })).toBe('chatter');
  });

  it('takes a pasted SMS in a direct message, and not a greeting', () => {
    const dm = { channel: 'D1', channel_type: 'im' };
    expect(
      reported({ ...dm, text: 'Your parcel is waiting.\nCall us on 555 0100 to pay the customs fee.' }).arrival,
    ).toMatchObject({ route: 'dm', parts: [{ kind: 'text' }] });
    expect(heard({ ...dm, text: 'hello' })).toBe('chatter');
  });

  it('leaves words that mention us to the mention', () => {
    expect(heard({ text: '<@UBOT> what is this?' })).toBeUndefined();
  });
});

describe('a mention', () => {
  const mention = post({ text: '<@UBOT> odd, is it not?', thread_ts: '1.0', ts: '1.5', channel: 'C0ANY' });
  const parent = post({ user: 'U9', ts: '1.0', channel: 'C0ANY', text: 'Call 555 0100 about your gift card' });

  it('checks the parent of its thread, with its own words as a note', () => {
    expect(pointsAtParent(mention, around)).toBe(true);
    expect(arrivalOfMention(mention, 'Ev2', parent, around)).toEqual({
      arrival: {
        reporter: { team: 'T1', user: 'U1' },
        route: 'mention',
        place: { channel: 'C0ANY', thread: '1.0' },
        source: { channel: 'C0ANY', ts: '1.0' },
        parts: [{ kind: 'text', text: 'Call 555 0100 about your gift card', links: [] }],
        note: 'odd, is it not?',
      },
      keys: ['event:Ev2', 'post:C0ANY:1.5'],
    });
  });

  it('checks its own content first', () => {
    const own = post({ text: '<@UBOT> <https://evil.example>', thread_ts: '1.0', ts: '1.5' });
    expect(pointsAtParent(own, around)).toBe(false);
    expect(arrivalOfMention(own, 'Ev2', parent, around)?.arrival.parts).toEqual([
      { kind: 'link', url: 'https://evil.example' },
    ]);
  });

  it('never checks what we wrote ourselves', () => {
    expect(arrivalOfMention(mention, 'Ev2', { ...parent, user: 'UBOT' }, around)).toBeUndefined();
    expect(arrivalOfMention(post({ text: '<@UBOT> hi' }), 'Ev2', undefined, around)).toBeUndefined();
  });
});

describe('a shortcut', () => {
  const reporter = { team: 'T1', user: 'U2' };

  it('takes any words of the post, and the attachments of an app’s post', () => {
    const { arrival, keys } = arrivalOfShortcut(
      post({
        user: 'U9',
        bot_id: 'B7',
        text: 'Alert',
        attachments: [{ title: 'Log in', title_link: 'https://evil.example', text: 'now' }],
      }),
      reporter,
      'C0ANY',
      around,
    ) ?? { arrival: undefined, keys: [] };
    expect(arrival).toMatchObject({
      route: 'message-shortcut',
      reporter,
      place: { channel: 'C0ANY', thread: '1.1' },
      note: 'Alert',
    });
    expect(arrival?.parts).toEqual([
      { kind: 'text', text: 'Log in\nnow', links: [{ url: 'https://evil.example', shown: 'Log in' }], from: undefined },
    ]);
    expect(keys).toEqual(['picked:C0ANY:1.1:U2']);
  });

  it('finds nothing in an empty post or in ours', () => {
    expect(arrivalOfShortcut(post({ text: ' ' }), reporter, 'C0ANY', around)).toBeUndefined();
    expect(arrivalOfShortcut(post({ user: 'UBOT', text: 'High risk' }), reporter, 'C0ANY', around)).toBeUndefined();
  });
});

describe('the form', () => {
  it('turns its fields into parts and a note, to be answered by direct message', () => {
    const found = arrivalOfForm(
      {
        text: 'Win a prize',
        link: 'evil[.]example/x',
        files: [slackMessage.parse({ ts: '1', files: [file] }).files[0]!],
        why: 'odd',
      },
      { team: 'T1', user: 'U2' },
      'V1',
    );
    expect(found?.arrival).toMatchObject({
      route: 'global-shortcut',
      place: { channel: 'U2' },
      parts: [{ kind: 'file' }, { kind: 'text', text: 'Win a prize' }, { kind: 'link', url: 'http://evil.example/x' }],
      note: 'odd',
    });
    expect(found?.keys).toEqual(['form:V1']);
  });

  it('is nothing when it is empty', () => {
    expect(arrivalOfForm({ text: ' ', files: [], why: 'x' }, { team: 'T1', user: 'U2' }, 'V1')).toBeUndefined();
  });
});

describe('hostile payloads', () => {
  it('never throw', () => {
    const anything = fc.oneof(
      hostile,
      fc.object({
        key: fc.constantFrom('type', 'text', 'url', 'elements', 'files', 'attachments', 'blocks', 'mode'),
        values: [hostile, fc.constantFrom('rich_text', 'link', 'email', 'text', 'mrkdwn')],
        maxDepth: 4,
      }),
    );
    fc.assert(
      fc.property(
        hostile,
        fc.array(anything),
        fc.array(anything),
        fc.array(anything),
        (text, blocks, files, attachments) => {
          const parsed = slackMessage.safeParse({
            user: 'U1',
            channel: 'C0REPORT',
            ts: '1.1',
            text,
            blocks,
            files,
            attachments,
          });
          if (parsed.success) arrivalOfMessage(parsed.data, 'Ev', around);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('with deep nesting end', () => {
    let node: unknown = { type: 'text', text: 'x' };
    for (let depth = 0; depth < 5_000; depth += 1) node = { type: 'rich_text_section', elements: [node] };
    expect(heard({ blocks: [node], text: 'hi' })).toBe('chatter');
  });
});

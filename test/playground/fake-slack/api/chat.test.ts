import { describe, expect, test } from 'vitest';
import { call, workspace } from '../workspace.ts';

const quiet = { unfurl_links: false, unfurl_media: false };

describe('who may call what', () => {
  test.each([
    ['no token', 'auth.test', '', 'not_authed'],
    ['a foreign token', 'auth.test', 'xoxb-other', 'invalid_auth'],
    ['the app token', 'auth.test', 'xapp-tests', 'not_allowed_token_type'],
    ['a method that does not exist', 'chat.postMesage', 'xoxb-tests', 'unknown_method'],
    ['a method beyond the scopes', 'team.info', 'xoxb-tests', 'missing_scope'],
    ['a reaction without its scope', 'reactions.add', 'xoxb-tests', 'missing_scope'],
  ])('%s', async (_, method, token, error) => {
    const slack = await workspace();
    expect(await call(slack, method, {}, token)).toMatchObject({ ok: false, error });
    expect(slack.log).toMatchObject([{ method, ok: false, error }]);
  });

  test('missing_scope names what is needed and what there is', async () => {
    const slack = await workspace({ scopes: ['chat:write'] });
    expect(await call(slack, 'conversations.history', { channel: 'C0REPORTS' })).toMatchObject({
      needed: 'channels:history',
      provided: 'chat:write',
    });
    expect(await call(slack, 'conversations.history', { channel: 'G0SECURITY' })).toMatchObject({
      needed: 'groups:history',
    });
  });

  test('an argument that the method does not know is noted', async () => {
    const slack = await workspace();
    await call(slack, 'chat.postMessage', { channel: 'C0REPORTS', text: 'x', thread: '1.2' });
    expect(slack.log[0]?.warnings).toEqual(['superfluous argument: thread']);
  });
});

describe('chat.postMessage', () => {
  test.each([
    ['a channel that is not there', { channel: 'C0NOWHERE', text: 'x' }, 'channel_not_found'],
    ['a public channel that the bot is not in', { channel: 'C0GENERAL', text: 'x' }, 'not_in_channel'],
    ['a private channel that the bot is not in', { channel: 'G0OTHER', text: 'x' }, 'channel_not_found'],
    ['no content', { channel: 'C0REPORTS' }, 'no_text'],
    ['empty content', { channel: 'C0REPORTS', text: '', blocks: [] }, 'no_text'],
    ['a text that is too long', { channel: 'C0REPORTS', text: 'x'.repeat(4001) }, 'msg_too_long'],
    ['a thread that is not there', { channel: 'C0REPORTS', text: 'x', thread_ts: '1.2' }, 'thread_not_found'],
    ['broken blocks', { channel: 'C0REPORTS', text: 'x', blocks: [{ type: 'fancy' }] }, 'invalid_blocks'],
    ['blocks that are no list', { channel: 'C0REPORTS', text: 'x', blocks: {} }, 'invalid_blocks_format'],
    ['broken metadata', { channel: 'C0REPORTS', text: 'x', metadata: { event_type: 'a' } }, 'invalid_metadata_format'],
    ['itself', { channel: 'U0BOT', text: 'x' }, 'cannot_dm_bot'],
  ])('refuses %s', async (_, args, error) => {
    const slack = await workspace();
    expect(await call(slack, 'chat.postMessage', args)).toMatchObject({ ok: false, error });
    expect(slack.posts('C0REPORTS')).toEqual([]);
  });

  test('says where blocks are broken', async () => {
    const slack = await workspace();
    await call(slack, 'chat.postMessage', { channel: 'C0REPORTS', text: 'x', blocks: [{ type: 'header' }] });
    expect(slack.log[0]?.warnings).toEqual(['[ERROR] missing required field [json-pointer:/blocks/0/text]']);
  });

  test('refuses archived channels', async () => {
    const slack = await workspace({
      channels: [{ id: 'C0OLD', name: 'old', kind: 'public', members: ['U0BOT'], archived: true }],
    });
    expect((await call(slack, 'chat.postMessage', { channel: 'C0OLD', text: 'x' })).error).toBe('is_archived');
  });

  test('a user id opens the DM', async () => {
    const slack = await workspace();
    const { channel } = await call(slack, 'chat.postMessage', { channel: 'U0NURSE', text: 'hello' });
    expect(channel).toBe(slack.dmOf('U0NURSE').id);
    expect(slack.posts(String(channel))).toHaveLength(1);
  });

  test('a reply is no thread', async () => {
    const slack = await workspace();
    const parent = await slack.say('U0NURSE', 'C0REPORTS', { text: 'one' });
    const reply = await slack.say('U0NURSE', 'C0REPORTS', { text: 'two', threadTs: parent.ts });
    const answer = await call(slack, 'chat.postMessage', { channel: 'C0REPORTS', text: 'x', thread_ts: reply.ts });
    expect(answer.error).toBe('thread_not_found');
  });

  test('links that Slack would fetch are written down, unless both switches are off', async () => {
    const slack = await workspace();
    const post = (more: object) =>
      call(slack, 'chat.postMessage', { channel: 'C0REPORTS', text: 'see <https://evil.example/a|here>', ...more });
    await post({});
    await post({ unfurl_links: false });
    await post(quiet);
    expect(slack.log.map(({ unfurls }) => unfurls)).toEqual([
      ['https://evil.example/a'],
      ['https://evil.example/a'],
      undefined,
    ]);
  });

  test('the optional limit lets a burst pass and then one post a second and channel', async () => {
    let clock = 1_700_000_000_000;
    const slack = await workspace({ burst: 2, now: () => clock });
    const post = async (channel: string) => (await call(slack, 'chat.postMessage', { channel, text: 'x' })).error;
    expect([await post('C0REPORTS'), await post('C0REPORTS'), await post('C0REPORTS')]).toEqual([
      undefined,
      undefined,
      'ratelimited',
    ]);
    expect(await post('G0SECURITY')).toBeUndefined();
    clock += 1000;
    expect([await post('C0REPORTS'), await post('C0REPORTS')]).toEqual([undefined, 'ratelimited']);
  });
});

describe('chat.update and chat.delete', () => {
  test('change own posts only, and never ephemeral ones', async () => {
    const slack = await workspace();
    const theirs = await slack.say('U0NURSE', 'C0REPORTS', { text: 'one' });
    const { message_ts: hidden } = await call(slack, 'chat.postEphemeral', {
      channel: 'C0REPORTS',
      user: 'U0NURSE',
      text: 'psst',
    });
    const update = async (ts: unknown) =>
      (await call(slack, 'chat.update', { channel: 'C0REPORTS', ts, text: 'x' })).error;
    expect([await update(theirs.ts), await update(hidden), await update('1.2')]).toEqual([
      'cant_update_message',
      'cant_update_message',
      'message_not_found',
    ]);
    expect((await call(slack, 'chat.delete', { channel: 'C0REPORTS', ts: theirs.ts })).error).toBe(
      'cant_delete_message',
    );
  });

  test('check the new content, and keep the blocks that are not mentioned', async () => {
    const slack = await workspace();
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'checking' } }];
    const { ts } = await call(slack, 'chat.postMessage', { channel: 'C0REPORTS', text: 'checking', blocks });
    const update = (more: object) => call(slack, 'chat.update', { channel: 'C0REPORTS', ts, ...more });
    expect((await update({ blocks: [{ type: 'header' }] })).error).toBe('invalid_blocks');
    expect((await update({})).error).toBe('no_text');
    expect((await update({ text: 'done' })).ok).toBe(true);
    expect(slack.post('C0REPORTS', String(ts))).toMatchObject({ text: 'done', blocks, edited: true });
    expect((await update({ blocks: [], text: 'done' })).ok).toBe(true);
    expect(slack.post('C0REPORTS', String(ts))?.blocks).toEqual([]);
  });

  test('a deleted post is gone for every method', async () => {
    const slack = await workspace();
    const { ts } = await call(slack, 'chat.postMessage', { channel: 'C0REPORTS', text: 'x' });
    await call(slack, 'chat.delete', { channel: 'C0REPORTS', ts });
    expect((await call(slack, 'chat.update', { channel: 'C0REPORTS', ts, text: 'y' })).error).toBe('message_not_found');
    expect(slack.posts('C0REPORTS')).toEqual([]);
  });
});

describe('chat.postEphemeral', () => {
  test('is seen by its person only, and by no method', async () => {
    const slack = await workspace();
    const { message_ts: ts } = await call(slack, 'chat.postEphemeral', {
      channel: 'C0REPORTS',
      user: 'U0NURSE',
      text: 'psst',
    });
    expect(slack.ephemerals('U0NURSE')).toMatchObject([{ ts, text: 'psst', ephemeralTo: 'U0NURSE' }]);
    expect(slack.posts('C0REPORTS')).toEqual([]);
    const { messages } = await call(slack, 'conversations.history', { channel: 'C0REPORTS' });
    expect(messages).toEqual([]);
    expect((await call(slack, 'chat.getPermalink', { channel: 'C0REPORTS', message_ts: ts })).error).toBe(
      'message_not_found',
    );
  });

  test('only for people who are in the channel', async () => {
    const slack = await workspace();
    const post = (user: string) => call(slack, 'chat.postEphemeral', { channel: 'G0SECURITY', user, text: 'psst' });
    expect((await post('U0NURSE')).error).toBe('user_not_in_channel');
    expect((await post('U0NOBODY')).error).toBe('user_not_found');
  });
});

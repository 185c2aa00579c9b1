import { describe, expect, test } from 'vitest';
import { call, workspace } from '../workspace.ts';

type Message = { ts: string; text: string; metadata?: unknown };

describe('looking for posts', () => {
  test('replies come with the first post of their thread, oldest first, and page by page', async () => {
    const slack = await workspace();
    const parent = await slack.say('U0NURSE', 'C0REPORTS', { text: '0' });
    for (const text of ['1', '2', '3']) await slack.say('U0NURSE', 'C0REPORTS', { text, threadTs: parent.ts });
    const pages: string[][] = [];
    let cursor = '';
    do {
      const answer = await call(slack, 'conversations.replies', {
        channel: 'C0REPORTS',
        ts: parent.ts,
        limit: 2,
        cursor,
      });
      pages.push((answer.messages as Message[]).map(({ text }) => text));
      cursor = (answer.response_metadata as { next_cursor: string }).next_cursor;
    } while (cursor);
    expect(pages).toEqual([
      ['0', '1'],
      ['2', '3'],
    ]);
    expect((await call(slack, 'conversations.replies', { channel: 'C0REPORTS', ts: '1.2' })).error).toBe(
      'thread_not_found',
    );
  });

  test('history is newest first, without replies', async () => {
    const slack = await workspace();
    const first = await slack.say('U0NURSE', 'C0REPORTS', { text: 'first' });
    await slack.say('U0NURSE', 'C0REPORTS', { text: 'reply', threadTs: first.ts });
    await slack.say('U0NURSE', 'C0REPORTS', { text: 'second' });
    const texts = async (more: object) =>
      ((await call(slack, 'conversations.history', { channel: 'C0REPORTS', ...more })).messages as Message[]).map(
        ({ text }) => text,
      );
    expect(await texts({})).toEqual(['second', 'first']);
    expect(await texts({ oldest: first.ts })).toEqual(['second']);
    expect(await texts({ oldest: first.ts, latest: first.ts, inclusive: true })).toEqual(['first']);
  });

  test('metadata is shown on request only', async () => {
    const slack = await workspace();
    const metadata = { event_type: 'case', event_payload: { id: 'c1' } };
    await call(slack, 'chat.postMessage', { channel: 'C0REPORTS', text: 'x', metadata });
    const look = async (more: object) =>
      ((await call(slack, 'conversations.history', { channel: 'C0REPORTS', ...more })).messages as Message[])[0]
        ?.metadata;
    expect(await look({})).toBeUndefined();
    expect(await look({ include_all_metadata: true })).toEqual(metadata);
  });

  test('a channel that the bot is not in keeps its posts to itself', async () => {
    const slack = await workspace();
    const look = async (channel: string) => (await call(slack, 'conversations.history', { channel })).error;
    expect([await look('C0GENERAL'), await look('G0OTHER')]).toEqual(['not_in_channel', 'channel_not_found']);
  });
});

describe('about people', () => {
  test('members of a channel, and a user with the locale on request', async () => {
    const slack = await workspace();
    expect((await call(slack, 'conversations.members', { channel: 'G0SECURITY' })).members).toEqual([
      'U0ANALYST',
      'U0BOT',
    ]);
    const locale = async (more: object) =>
      ((await call(slack, 'users.info', { user: 'U0NURSE', ...more })).user as { locale?: string }).locale;
    expect([await locale({}), await locale({ include_locale: true })]).toEqual([undefined, 'en-GB']);
    expect((await call(slack, 'users.info', { user: 'U0NOBODY' })).error).toBe('user_not_found');
  });

  test('user groups, reactions and permalinks', async () => {
    const slack = await workspace({
      scopes: ['usergroups:read', 'reactions:write', 'chat:write'],
      userGroups: [{ id: 'S0TRIAGE', users: ['U0ANALYST'] }],
    });
    expect((await call(slack, 'usergroups.users.list', { usergroup: 'S0TRIAGE' })).users).toEqual(['U0ANALYST']);
    const { ts } = await slack.say('U0NURSE', 'C0REPORTS', { text: 'x' });
    const react = async (method: string) =>
      (await call(slack, method, { channel: 'C0REPORTS', timestamp: ts, name: 'eyes' })).error;
    expect([await react('reactions.add'), await react('reactions.add')]).toEqual([undefined, 'already_reacted']);
    expect(slack.post('C0REPORTS', ts)?.reactions).toEqual([{ name: 'eyes', users: ['U0BOT'] }]);
    expect([await react('reactions.remove'), await react('reactions.remove')]).toEqual([undefined, 'no_reaction']);
    const { permalink } = await call(slack, 'chat.getPermalink', { channel: 'C0REPORTS', message_ts: ts });
    expect(permalink).toBe(`https://hospital.slack.com/archives/C0REPORTS/p${ts.replace('.', '')}`);
  });
});

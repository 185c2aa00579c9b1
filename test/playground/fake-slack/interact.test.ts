import { describe, expect, test } from 'vitest';
import { httpApp, soon, workspace } from './workspace.ts';

const row = (...elements: object[]) => ({ type: 'actions', block_id: 'row', elements });
const button = { type: 'button', action_id: 'claim', value: 'case-1', text: { type: 'plain_text', text: 'Claim' } };
const menu = {
  type: 'static_select',
  action_id: 'decide',
  options: ['phishing', 'spam'].map((value) => ({ text: { type: 'plain_text', text: value }, value })),
};

describe('slash commands', () => {
  test('an acknowledgement may be empty, a text, or a whole message', async () => {
    const slack = await workspace();
    await httpApp(slack, (app) =>
      app.command('/checklink', async ({ ack, command }) => {
        if (command.text === 'quiet') await ack();
        else if (command.text === 'text') await ack('no signs found');
        else await ack({ response_type: 'in_channel', text: 'for all to see' });
      }),
    );
    for (const text of ['quiet', 'text', 'loud']) {
      expect(await slack.command('U0NURSE', 'C0REPORTS', '/checklink', text)).toEqual({});
    }
    expect(slack.ephemerals('U0NURSE').map(({ text }) => text)).toEqual(['no signs found']);
    expect(slack.posts('C0REPORTS').map(({ text }) => text)).toEqual(['for all to see']);
    expect(slack.log.filter(({ method }) => method === 'ack')).toMatchObject([
      { ok: true, args: { text: 'no signs found' } },
      { ok: true, args: { text: 'for all to see' } },
    ]);
  });

  test('what is acknowledged too late, not at all or with broken blocks is an error, and is never sent again', async () => {
    const slack = await workspace({ ackMs: 500, commands: ['/checklink', '/nobody'] });
    let calls = 0;
    await httpApp(slack, (app) =>
      app.command('/checklink', async ({ ack, command }) => {
        calls += 1;
        if (command.text === 'late') await new Promise((resolve) => setTimeout(resolve, 800));
        await ack({ text: 'x', blocks: [{ type: 'header' } as never] });
      }),
    );
    const error = async (name: string, text: string) => (await slack.command('U0NURSE', 'C0REPORTS', name, text)).error;
    expect(await error('/checklink', 'late')).toContain('operation_timeout');
    expect(await error('/checklink', 'broken')).toContain('invalid_blocks');
    expect(await error('/nobody', '')).toContain('operation_timeout');
    slack.setRequestUrl('http://127.0.0.1:9/slack/events');
    expect(await error('/checklink', 'down')).toContain('dispatch_failed');
    await slack.settled();
    expect(calls).toBe(2);
    expect(slack.ephemerals('U0NURSE')).toEqual([]);
  });

  test('a command that the manifest does not declare never reaches the app', async () => {
    const slack = await workspace({ commands: [] });
    expect((await slack.command('U0NURSE', 'C0REPORTS', '/checklink', 'x')).error).toContain('not a valid command');
  });
});

describe('response_url', () => {
  /** The response_url of a command, as the app was given it. */
  async function given(more: Parameters<typeof workspace>[0] = {}) {
    const slack = await workspace(more);
    let url = '';
    await httpApp(slack, (app) =>
      app.command('/checklink', async ({ ack, command }) => {
        url = command.response_url;
        await ack();
      }),
    );
    await slack.command('U0NURSE', 'C0REPORTS', '/checklink', 'x');
    const respond = async (message: object) => {
      const response = await fetch(url, { method: 'POST', body: JSON.stringify(message) });
      return `${response.status} ${await response.text()}`;
    };
    return { slack, respond };
  }

  test('works five times', async () => {
    const { slack, respond } = await given();
    const answers: string[] = [];
    for (const text of ['1', '2', '3', '4', '5', '6']) answers.push(await respond({ text }));
    expect(answers.map((answer) => answer.slice(0, 3))).toEqual(['200', '200', '200', '200', '200', '404']);
    expect(answers[5]).toBe('404 used_url');
    expect(slack.ephemerals('U0NURSE').map(({ text }) => text)).toEqual(['1', '2', '3', '4', '5']);
  });

  test('works for thirty minutes', async () => {
    let clock = 1_700_000_000_000;
    const { respond } = await given({ now: () => clock });
    clock += 30 * 60_000;
    expect(await respond({ text: 'in time' })).toMatch(/^200/);
    clock += 1;
    expect(await respond({ text: 'too late' })).toBe('404 expired_url');
  });

  test('checks blocks as every post is checked, and is logged', async () => {
    const { slack, respond } = await given();
    expect(await respond({ text: 'x', blocks: [{ type: 'header' }] })).toBe('400 invalid_blocks');
    expect(await respond({})).toBe('500 no_text');
    expect(slack.log.filter(({ method }) => method === 'response_url').map(({ error }) => error)).toEqual([
      'invalid_blocks',
      'no_text',
    ]);
  });
});

describe('buttons and menus', () => {
  test('a press brings who, where and what; the answer may replace the post', async () => {
    const slack = await workspace();
    const got: Record<string, unknown>[] = [];
    const app = await httpApp(slack, (wired) => {
      wired.action('claim', async ({ ack, body, respond }) => {
        await ack();
        got.push(body as never);
        await respond({ text: 'claimed', replace_original: true });
      });
    });
    const { ts } = await app.client.chat.postMessage({
      channel: 'G0SECURITY',
      text: 'a case',
      blocks: [row(button)] as never,
    });
    expect(await slack.press('U0ANALYST', { channel: 'G0SECURITY', ts: String(ts) }, 'claim')).toEqual({});
    await soon(() => slack.posts('G0SECURITY')[0]?.text).toBe('claimed');
    expect(slack.posts('G0SECURITY')[0]?.blocks).toEqual([]);
    expect(got).toMatchObject([
      {
        type: 'block_actions',
        user: { id: 'U0ANALYST', team_id: 'T0TEAM' },
        team: { id: 'T0TEAM' },
        channel: { id: 'G0SECURITY', name: 'privategroup' },
        container: { message_ts: ts, is_ephemeral: false },
        message: { ts, text: 'a case', bot_id: 'B0BOT' },
        actions: [{ action_id: 'claim', block_id: 'row', value: 'case-1', type: 'button' }],
      },
    ]);
  });

  test('a choice from a menu comes as its option and stays in the state', async () => {
    const slack = await workspace();
    const got: { actions: unknown; state: unknown }[] = [];
    const app = await httpApp(slack, (wired) => {
      wired.action(/./, async ({ ack, body }) => {
        await ack();
        got.push(body as never);
      });
    });
    const { ts } = await app.client.chat.postMessage({
      channel: 'G0SECURITY',
      text: 'x',
      blocks: [row(menu, button)] as never,
    });
    const at = { channel: 'G0SECURITY', ts: String(ts) };
    await slack.press('U0ANALYST', at, 'decide', { value: 'spam' });
    await slack.press('U0ANALYST', at, 'claim');
    expect(got[0]?.actions).toMatchObject([{ type: 'static_select', selected_option: { value: 'spam' } }]);
    expect(got[1]?.state).toMatchObject({ values: { row: { decide: { selected_option: { value: 'spam' } } } } });
    await expect(slack.press('U0ANALYST', at, 'decide', { value: 'other' })).rejects.toThrow('no option');
  });

  test('an ephemeral post can be pressed by its person, shows the app no message, and can be deleted', async () => {
    const slack = await workspace();
    const got: Record<string, unknown>[] = [];
    const app = await httpApp(slack, (wired) => {
      wired.action('claim', async ({ ack, body, respond }) => {
        await ack();
        got.push(body as never);
        await respond({ delete_original: true });
      });
    });
    await app.client.chat.postEphemeral({
      channel: 'C0REPORTS',
      user: 'U0NURSE',
      text: 'psst',
      blocks: [row(button)] as never,
    });
    const post = slack.ephemerals('U0NURSE')[0];
    await expect(slack.press('U0ANALYST', post as never, 'claim')).rejects.toThrow('no post');
    await slack.press('U0NURSE', post as never, 'claim');
    await soon(() => slack.ephemerals('U0NURSE')).toEqual([]);
    expect(got[0]).toMatchObject({ container: { is_ephemeral: true, message_ts: post?.ts } });
    expect(got[0]).not.toHaveProperty('message');
  });

  test('an app that does not answer shows the person an error', async () => {
    const slack = await workspace({ ackMs: 50 });
    const app = await httpApp(slack, () => {});
    const { ts } = await app.client.chat.postMessage({
      channel: 'G0SECURITY',
      text: 'x',
      blocks: [row(button)] as never,
    });
    const { error } = await slack.press('U0ANALYST', { channel: 'G0SECURITY', ts: String(ts) }, 'claim');
    expect(error).toContain('operation_timeout');
  });
});

describe('shortcuts', () => {
  test('a message shortcut brings the post, also from where the bot is not', async () => {
    const slack = await workspace();
    const got: Record<string, unknown>[] = [];
    await httpApp(slack, (app) => {
      app.shortcut({ type: 'message_action', callback_id: 'report' }, async ({ ack, shortcut, respond }) => {
        await ack();
        got.push(shortcut as never);
        await respond('thanks');
      });
    });
    const post = await slack.say('U0NURSE', 'C0GENERAL', { text: 'win a prize at prize.example' });
    expect(await slack.messageShortcut('U0NURSE', post, 'report')).toEqual({});
    await soon(() => slack.ephemerals('U0NURSE').map(({ text }) => text)).toEqual(['thanks']);
    expect(got).toMatchObject([
      {
        callback_id: 'report',
        channel: { id: 'C0GENERAL' },
        message_ts: post.ts,
        message: { text: post.text, blocks: post.blocks },
      },
    ]);
  });

  test('a shortcut that the manifest does not declare is not there', async () => {
    const slack = await workspace({ shortcuts: ['report'] });
    const post = await slack.say('U0NURSE', 'C0GENERAL', { text: 'x' });
    expect((await slack.messageShortcut('U0NURSE', post, 'other')).error).toContain('no shortcut');
    expect((await slack.globalShortcut('U0NURSE', 'other')).error).toContain('no shortcut');
  });
});

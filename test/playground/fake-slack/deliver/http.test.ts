import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { httpApp, soon, workspace } from '../workspace.ts';

/** An app that answers as told and remembers what it was sent. */
async function rawApp(answer: (count: number) => number | 'never') {
  const got: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    got.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    const status = answer(got.length);
    if (status !== 'never') response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { got, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events` };
}

describe('events over HTTP', () => {
  test('a real Bolt app accepts the signature, hears a post and answers in its thread', async () => {
    const slack = await workspace();
    await httpApp(slack, (app) => {
      app.message(async ({ message, say }) => {
        await say({ text: 'checking', thread_ts: message.ts, unfurl_links: false, unfurl_media: false });
      });
    });
    const post = await slack.say('U0NURSE', 'C0REPORTS', { text: 'is this real? https://evil.example/login' });
    await slack.settled();
    await soon(() => slack.posts('C0REPORTS').length).toBe(2);
    expect(slack.posts('C0REPORTS')[1]).toMatchObject({ threadTs: post.ts, text: 'checking', user: 'U0BOT' });
    expect(slack.log.map((call) => [call.method, call.ok])).toEqual([
      ['auth.test', true],
      ['chat.postMessage', true],
    ]);
  });

  test('a request is signed over its timestamp and body, and says whose event it is', async () => {
    const { got, url } = await rawApp(() => 200);
    const slack = await workspace({ requestUrl: url });
    await slack.say('U0NURSE', 'C0REPORTS', { text: 'hello' });
    await slack.settled();
    const { headers, body } = got[0] as (typeof got)[0];
    const signed = createHmac('sha256', 'a-secret-for-tests').update(
      `v0:${headers['x-slack-request-timestamp']}:${body}`,
    );
    expect(headers['x-slack-signature']).toBe(`v0=${signed.digest('hex')}`);
    expect(headers['x-slack-retry-num']).toBeUndefined();
    expect(JSON.parse(body)).toMatchObject({
      type: 'event_callback',
      team_id: 'T0TEAM',
      api_app_id: 'A0APP',
      event_id: expect.stringMatching(/^Ev/),
      authorizations: [{ user_id: 'U0BOT', is_bot: true }],
      event: { type: 'message', channel: 'C0REPORTS', channel_type: 'channel', user: 'U0NURSE', text: 'hello' },
    });
  });

  test('what is not acknowledged comes again under the same id, with the number and the reason, until Slack gives up', async () => {
    const { got, url } = await rawApp((count) => (count === 1 ? 'never' : 500));
    const slack = await workspace({ requestUrl: url, ackMs: 500 });
    await slack.say('U0NURSE', 'C0REPORTS', { text: 'hello' });
    await slack.settled();
    expect(got.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']])).toEqual([
      [undefined, undefined],
      ['1', 'http_timeout'],
      ['2', 'http_error'],
    ]);
    expect(new Set(got.map(({ body }) => JSON.parse(body).event_id)).size).toBe(1);
  });

  test('an event that falls into a restart arrives afterwards', async () => {
    const slack = await workspace({ retryDelaysMs: [20, 20, 500, 500] });
    const heard: (number | undefined)[] = [];
    const listen = (app: Parameters<Parameters<typeof httpApp>[1]>[0]) =>
      app.message(async ({ context }) => void heard.push(context.retryNum));
    const first = await httpApp(slack, listen);
    const port = Number(new URL(slack.options.requestUrl as string).port);
    await first.stop();
    await slack.say('U0NURSE', 'C0REPORTS', { text: 'anyone there?' });
    await new Promise((resolve) => setTimeout(resolve, 150));
    await httpApp(slack, listen, port);
    await slack.settled();
    expect(heard).toEqual([3]);
  });

  test('a lost acknowledgement is replayed with redeliver', async () => {
    const { got, url } = await rawApp(() => 200);
    const slack = await workspace({ requestUrl: url });
    const post = await slack.say('U0NURSE', 'C0REPORTS', { text: 'one' });
    await slack.say('U0NURSE', 'C0REPORTS', { text: 'two' });
    await slack.redeliver(post.ts);
    const ids = got.map(({ body }) => JSON.parse(body).event_id);
    expect(ids).toHaveLength(3);
    expect(ids[2]).toBe(JSON.parse(got.find(({ body }) => body.includes('"one"'))?.body ?? '').event_id);
    expect(got[2]?.headers['x-slack-retry-num']).toBe('1');
    await expect(slack.redeliver('1.1')).rejects.toThrow('no event');
  });

  test('a signature under another secret is refused', async () => {
    const slack = await workspace({ signingSecret: 'not-the-one-of-the-app', retryDelaysMs: [] });
    let heard = 0;
    await httpApp(slack, (app) => app.message(async () => void heard++));
    const say = slack.say('U0NURSE', 'C0REPORTS', { text: 'hello' });
    await say;
    await slack.settled();
    expect(heard).toBe(0);
  });
});

describe('what the app hears', () => {
  /** The events that the app was sent, in short, after `act`. */
  async function heard(act: (slack: Awaited<ReturnType<typeof workspace>>) => Promise<unknown>, more = {}) {
    const { got, url } = await rawApp(() => 200);
    const slack = await workspace({ requestUrl: url, ...more });
    await act(slack);
    await slack.settled();
    return got.map(({ body }) => JSON.parse(body).event as Record<string, unknown>);
  }
  const names = (events: Record<string, unknown>[]) =>
    events.map(({ type, subtype, channel_type: where }) => [type, subtype, where].filter(Boolean).join(' ')).sort();

  test('nothing from channels that it is not in', async () => {
    expect(await heard((slack) => slack.say('U0NURSE', 'C0GENERAL', { text: 'lunch?' }))).toEqual([]);
  });

  test('nothing that the manifest does not declare, or that no scope covers', async () => {
    const say = (slack: Awaited<ReturnType<typeof workspace>>) => slack.say('U0NURSE', 'C0REPORTS', { text: 'hello' });
    expect(await heard(say, { events: ['message.im'] })).toEqual([]);
    expect(await heard(say, { scopes: ['im:history'] })).toEqual([]);
  });

  test('DMs, private channels and mentions by their own names', async () => {
    const events = await heard(async (slack) => {
      await slack.say('U0NURSE', slack.dmOf('U0NURSE').id, { text: 'hello @lurecheck' });
      await slack.say('U0ANALYST', 'G0SECURITY', { text: 'hello @lurecheck' });
    });
    expect(names(events)).toEqual(['app_mention', 'message group', 'message im']);
  });

  test('its own posts, edits and deletions, so that a bot that answers itself is caught', async () => {
    const events = await heard(async (slack) => {
      const post = async (method: string, args: object) => {
        const response = await fetch(slack.apiUrl + method, {
          method: 'POST',
          headers: { authorization: 'Bearer xoxb-tests', 'content-type': 'application/json' },
          body: JSON.stringify(args),
        });
        return (await response.json()) as { ts: string };
      };
      const { ts } = await post('chat.postMessage', { channel: 'C0REPORTS', text: 'checking' });
      await post('chat.update', { channel: 'C0REPORTS', ts, text: 'checked' });
      await post('chat.delete', { channel: 'C0REPORTS', ts });
    });
    expect(names(events)).toEqual([
      'message channel',
      'message message_changed channel',
      'message message_deleted channel',
    ]);
    expect(events.find((event) => event.subtype === undefined)).toMatchObject({
      user: 'U0BOT',
      bot_id: 'B0BOT',
      app_id: 'A0APP',
    });
    expect(events.find((event) => event.subtype === 'message_changed')).toMatchObject({
      message: { text: 'checked', edited: { user: 'U0BOT' } },
      previous_message: { text: 'checking' },
    });
  });

  test('edits and deletions by people, and who opens its home', async () => {
    const events = await heard(async (slack) => {
      const post = await slack.say('U0NURSE', 'C0REPORTS', { text: 'first' });
      await slack.edit('U0NURSE', post, 'second');
      await slack.remove('U0NURSE', post);
      await slack.openHome('U0NURSE');
    });
    expect(names(events)).toEqual([
      'app_home_opened',
      'message channel',
      'message message_changed channel',
      'message message_deleted channel',
    ]);
  });

  test('that it was removed, after which its tokens are refused', async () => {
    const events = await heard(
      async (slack) => {
        await slack.uninstall();
        const answer = await fetch(`${slack.apiUrl}auth.test`, {
          method: 'POST',
          headers: { authorization: 'Bearer xoxb-tests' },
        });
        expect(await answer.json()).toMatchObject({ ok: false, error: 'account_inactive' });
      },
      { events: ['app_uninstalled', 'tokens_revoked'] },
    );
    expect(names(events)).toEqual(['app_uninstalled', 'tokens_revoked']);
  });
});

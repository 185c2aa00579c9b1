import { describe, expect, test } from 'vitest';
import { call, socketApp, soon, workspace } from '../workspace.ts';

describe('Socket Mode', () => {
  test('two connections each get part of the events, and every event goes to one of them', async () => {
    const slack = await workspace();
    const heard: string[][] = [[], []];
    for (const own of heard) {
      await socketApp(slack, (app) => app.message(async ({ message }) => void own.push(message.ts)));
    }
    expect(slack.connections()).toBe(2);
    const posts = await Promise.all([1, 2, 3, 4].map((n) => slack.say('U0NURSE', 'C0REPORTS', { text: `post ${n}` })));
    await slack.settled();
    await soon(() => heard.flat().length).toBe(4);
    expect(heard.flat().sort()).toEqual(posts.map(({ ts }) => ts).sort());
    expect(heard.map((own) => own.length)).toEqual([2, 2]);
  });

  test('what is said while nobody is connected waits for a connection', async () => {
    const slack = await workspace();
    await slack.say('U0NURSE', 'C0REPORTS', { text: 'anyone there?' });
    const heard: string[] = [];
    await socketApp(slack, (app) => app.message(async ({ message }) => void heard.push(message.ts)));
    await slack.settled();
    await soon(() => heard.length).toBe(1);
  });

  test('a line that breaks before the acknowledgement loses nothing', async () => {
    const slack = await workspace({ ackMs: 5000 });
    const { url } = (await call(slack, 'apps.connections.open', {}, slack.options.appToken)) as unknown as {
      url: string;
    };
    const deaf = new WebSocket(url);
    const got: string[] = [];
    deaf.addEventListener('message', ({ data }) => got.push(JSON.parse(String(data)).type));
    await soon(() => got).toEqual(['hello']);
    await slack.say('U0NURSE', 'C0REPORTS', { text: 'hello' });
    await soon(() => got).toEqual(['hello', 'events_api']);
    slack.disconnect('cut');
    await soon(() => slack.connections()).toBe(0);
    const heard: string[] = [];
    await socketApp(slack, (app) => app.message(async ({ message }) => void heard.push(message.ts)));
    await slack.settled();
    await soon(() => heard.length).toBe(1);
  });

  test('an envelope that is not acknowledged comes again with its number and reason', async () => {
    const slack = await workspace({ ackMs: 50, retryDelaysMs: [10] });
    const { url } = (await call(slack, 'apps.connections.open', {}, slack.options.appToken)) as unknown as {
      url: string;
    };
    const deaf = new WebSocket(url);
    const got: Record<string, unknown>[] = [];
    deaf.addEventListener('message', ({ data }) => got.push(JSON.parse(String(data))));
    await soon(() => got.length).toBe(1);
    await slack.say('U0NURSE', 'C0REPORTS', { text: 'hello' });
    await slack.settled();
    expect(got.slice(1)).toMatchObject([
      { type: 'events_api', retry_attempt: 0, accepts_response_payload: false, payload: { type: 'event_callback' } },
      { type: 'events_api', retry_attempt: 1, retry_reason: 'timeout' },
    ]);
  });

  test('a command is acknowledged with its answer, and a modal opens and closes', async () => {
    const slack = await workspace();
    await socketApp(slack, (app) => {
      app.command('/checklink', async ({ ack, command }) => ack(`you asked about ${command.text}`));
      app.shortcut('report', async ({ ack, client, shortcut }) => {
        await ack();
        await client.views.open({
          trigger_id: shortcut.trigger_id,
          view: { type: 'modal', callback_id: 'r', title: { type: 'plain_text', text: 'Report' }, blocks: [] },
        });
      });
      app.view('r', async ({ ack }) => ack({ response_action: 'clear' }));
    });
    expect(await slack.command('U0NURSE', 'C0REPORTS', '/checklink', 'hxxps://evil[.]example')).toEqual({});
    expect(slack.ephemerals('U0NURSE').map(({ text }) => text)).toEqual(['you asked about hxxps://evil[.]example']);
    expect(await slack.globalShortcut('U0NURSE', 'report')).toEqual({});
    await soon(() => slack.openView('U0NURSE')?.view.callback_id).toBe('r');
    expect(await slack.submit('U0NURSE', {})).toEqual({ closed: true, errors: {} });
  });

  test('without a connection a person who acts is told, and nothing is sent later', async () => {
    const slack = await workspace();
    const { error } = await slack.command('U0NURSE', 'C0REPORTS', '/checklink', 'x');
    expect(error).toContain('dispatch_failed');
  });

  test('a client that is asked to reconnect closes its line in good order', async () => {
    const slack = await workspace();
    await socketApp(slack, () => {});
    slack.disconnect();
    await soon(() => slack.connections()).toBe(0);
  });

  test('messages of every size pass in both directions', async () => {
    const slack = await workspace();
    await socketApp(slack, (app) =>
      app.command('/checklink', async ({ ack, command }) => ack(String(command.text.length))),
    );
    for (const size of [1, 200, 70_000]) await slack.command('U0NURSE', 'C0REPORTS', '/checklink', 'x'.repeat(size));
    expect(slack.ephemerals('U0NURSE').map(({ text }) => text)).toEqual(['1', '200', '70000']);
  });

  test('the address takes the app token and works once', async () => {
    const slack = await workspace();
    expect((await call(slack, 'apps.connections.open')).error).toBe('not_allowed_token_type');
    const { url } = (await call(slack, 'apps.connections.open', {}, slack.options.appToken)) as unknown as {
      url: string;
    };
    const opened = (address: string) =>
      new Promise<boolean>((resolve) => {
        const socket = new WebSocket(address);
        socket.addEventListener('open', () => resolve(true));
        socket.addEventListener('error', () => resolve(false));
      });
    expect(await opened(url)).toBe(true);
    expect(await opened(url)).toBe(false);
  });
});

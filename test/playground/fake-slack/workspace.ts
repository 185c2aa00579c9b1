import { App, type AppOptions, HTTPReceiver, LogLevel } from '@slack/bolt';
import { expect, onTestFinished } from 'vitest';
import { openFakeSlack } from '../../../src/playground/fake-slack/open.ts';
import type { FakeSlack, FakeSlackOptions } from '../../../src/playground/fake-slack/types.ts';

/** A small workspace: a nurse, an analyst, a guest and the bot, who is in #reports and #security but not in #general. */
export async function workspace(more: Partial<FakeSlackOptions> = {}): Promise<FakeSlack> {
  const slack = await openFakeSlack({
    signingSecret: 'a-secret-for-tests',
    botToken: 'xoxb-tests',
    appToken: 'xapp-tests',
    team: { id: 'T0TEAM', name: 'Hospital', domain: 'hospital' },
    bot: { userId: 'U0BOT', botId: 'B0BOT', appId: 'A0APP', name: 'lurecheck' },
    scopes: [
      'chat:write',
      'files:read',
      'commands',
      'im:history',
      'channels:history',
      'groups:history',
      'app_mentions:read',
      'channels:read',
      'groups:read',
      'users:read',
    ],
    events: ['message.im', 'message.channels', 'message.groups', 'app_mention', 'app_home_opened'],
    commands: ['/checklink'],
    users: [
      { id: 'U0NURSE', name: 'nora', realName: 'Nora Lind', role: 'staff', locale: 'en-GB' },
      { id: 'U0ANALYST', name: 'ada', realName: 'Ada Chen', role: 'analyst', locale: 'en-GB' },
    ],
    channels: [
      { id: 'C0REPORTS', name: 'reports', kind: 'public', members: ['U0NURSE', 'U0ANALYST', 'U0BOT'] },
      { id: 'C0GENERAL', name: 'general', kind: 'public', members: ['U0NURSE', 'U0ANALYST'] },
      { id: 'G0SECURITY', name: 'security', kind: 'private', members: ['U0ANALYST', 'U0BOT'] },
      { id: 'G0OTHER', name: 'other', kind: 'private', members: ['U0ANALYST'] },
    ],
    ackMs: 3000,
    retryDelaysMs: [20, 40],
    ...more,
  });
  onTestFinished(() => slack.close());
  return slack;
}

const common = (slack: FakeSlack): AppOptions => ({
  token: slack.options.botToken,
  logLevel: LogLevel.ERROR,
  convoStore: false,
  deferInitialization: true,
  clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 2, minTimeout: 5 }, timeout: 5000 },
});

/** The real Bolt app over HTTP on a free port. `wire` adds the listeners before the first event can arrive. */
export async function httpApp(slack: FakeSlack, wire: (app: App) => void, port = 0): Promise<App> {
  const receiver = new HTTPReceiver({ signingSecret: 'a-secret-for-tests', logLevel: LogLevel.ERROR });
  const app = new App({ ...common(slack), receiver });
  wire(app);
  await app.init();
  const server = await app.start({ port, host: '127.0.0.1' });
  const { port: taken } = server.address() as { port: number };
  slack.setRequestUrl(`http://127.0.0.1:${taken}/slack/events`);
  onTestFinished(async () => {
    await app.stop().catch(() => {});
  });
  return app;
}

/** The real Bolt app over Socket Mode. */
export async function socketApp(slack: FakeSlack, wire: (app: App) => void): Promise<App> {
  const app = new App({ ...common(slack), socketMode: true, appToken: slack.options.appToken });
  wire(app);
  await app.init();
  await app.start();
  onTestFinished(async () => {
    await app.stop().catch(() => {});
  });
  return app;
}

/** What becomes true in a moment; patient, since the machine may be busy. */
export const soon = <T>(look: () => T) => expect.poll(look, { timeout: 4000, interval: 10 });

/** A call to the Web API without any client, for what a client would never send. */
export async function call(
  slack: FakeSlack,
  method: string,
  args: Record<string, unknown> = {},
  token = slack.options.botToken,
) {
  const response = await fetch(slack.apiUrl + method, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(args),
  });
  return (await response.json()) as Record<string, unknown> & { ok: boolean; error?: string };
}

import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { SetupError } from '../../src/errors.ts';
import type { FakeSlack } from '../../src/playground/fake-slack/types.ts';
import { startBot } from '../../src/slack/bot.ts';
import { environment, openTestSlack } from '../helpers/workspace.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function slackFor(): Promise<FakeSlack> {
  const slack = await openTestSlack();
  closers.push(() => slack.close());
  return slack;
}

async function failureOf(more: Record<string, string>, mode: 'http' | 'socket' = 'http'): Promise<Error> {
  const config = readConfig(environment(await slackFor(), mode, more));
  const outcome = await startBot(config).catch((error: unknown) => error);
  if (!(outcome instanceof Error)) {
    closers.push(() => (outcome as { stop(): Promise<void> }).stop());
    throw new Error('it started');
  }
  return outcome;
}

describe('starting', () => {
  it.each([
    ['a wrong bot token', { SLACK_BOT_TOKEN: 'xoxb-wrong' }, 'http', /does not accept SLACK_BOT_TOKEN/],
    ['a wrong app token', { SLACK_APP_TOKEN: 'xapp-wrong' }, 'socket', /does not accept SLACK_APP_TOKEN/],
    [
      'a Slack that is not there',
      { SLACK_API_URL: 'http://127.0.0.1:9/api/' },
      'http',
      /cannot be reached at SLACK_API_URL/,
    ],
  ] as const)('says how to mend %s, and shows no secret', async (_, more, mode, pattern) => {
    const failure = await failureOf(more, mode);
    expect(failure).toBeInstanceOf(SetupError);
    expect(failure.message).toMatch(pattern);
    expect(failure.message).not.toMatch(/wrong/);
  });

  it('says that the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    closers.push(() => other.close());
    const failure = await failureOf({ PORT: String((other.address() as AddressInfo).port) });
    expect(failure).toBeInstanceOf(SetupError);
    expect(failure.message).toMatch(/EADDRINUSE/);
  });

  it('listens on HOST only, tells its health, and refuses unsigned requests', async () => {
    const bot = await startBot(readConfig(environment(await slackFor(), 'http')));
    closers.push(() => bot.stop());
    const ask = (method: string, path: string): Promise<[number | undefined, string]> =>
      new Promise((resolve, reject) => {
        const sent = request({ host: '127.0.0.1', port: bot.port, path, method, agent: false }, (response) => {
          let body = '';
          response.on('data', (chunk) => {
            body += chunk;
          });
          response.on('end', () => resolve([response.statusCode, body]));
        });
        sent.on('error', reject);
        sent.end(method === 'POST' ? '{"type":"event_callback"}' : undefined);
      });
    expect(await ask('GET', '/health')).toEqual([200, expect.stringContaining('"ok":true')]);
    expect(JSON.parse((await ask('GET', '/health'))[1])).toMatchObject({ warnings: [] });
    expect((await ask('POST', '/slack/events'))[0]).toBe(401);
  });

  it('stops at once, twice without harm', async () => {
    const bot = await startBot(readConfig(environment(await slackFor(), 'socket')));
    const start = performance.now();
    await bot.stop();
    await bot.stop();
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});

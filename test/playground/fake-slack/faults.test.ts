import { describe, expect, test } from 'vitest';
import { httpApp, soon, workspace } from './workspace.ts';

const quiet = { unfurl_links: false, unfurl_media: false };

describe('faults on purpose, against the real client', () => {
  test('a rate limit is waited out', async () => {
    const slack = await workspace();
    const app = await httpApp(slack, () => {});
    slack.fail('chat.postMessage', { kind: 'rate-limit', seconds: 1 });
    const began = performance.now();
    await app.client.chat.postMessage({ channel: 'C0REPORTS', text: 'x', ...quiet });
    expect(performance.now() - began).toBeGreaterThan(990);
    expect(slack.log.filter(({ method }) => method === 'chat.postMessage').map(({ error }) => error)).toEqual([
      'ratelimited',
      undefined,
    ]);
    expect(slack.posts('C0REPORTS')).toHaveLength(1);
  });

  test('a server error is tried again, as often as was asked for', async () => {
    const slack = await workspace();
    const app = await httpApp(slack, () => {});
    slack.fail('chat.postMessage', { kind: 'http', status: 503 }, 2);
    await app.client.chat.postMessage({ channel: 'C0REPORTS', text: 'x', ...quiet });
    expect(slack.posts('C0REPORTS')).toHaveLength(1);
    expect(slack.log.slice(-3).map(({ error }) => error)).toEqual(['http_503', 'http_503', undefined]);
  });

  test('an error of Slack’s reaches the caller', async () => {
    const slack = await workspace();
    const app = await httpApp(slack, () => {});
    slack.fail('*', { kind: 'error', error: 'fatal_error' });
    await expect(app.client.chat.postMessage({ channel: 'C0REPORTS', text: 'x', ...quiet })).rejects.toThrow(
      'fatal_error',
    );
    expect(slack.posts('C0REPORTS')).toEqual([]);
  });

  test('a line that is cut after the post leaves two of it, unless one looks by the metadata first', async () => {
    const slack = await workspace();
    const app = await httpApp(slack, () => {});
    const post = (id: string) =>
      app.client.chat.postMessage({
        channel: 'C0REPORTS',
        text: id,
        metadata: { event_type: 'case', event_payload: { id } },
        ...quiet,
      });
    slack.fail('chat.postMessage', { kind: 'drop' });
    await post('c1');
    const ids = slack
      .posts('C0REPORTS')
      .map(({ metadata }) => (metadata as { event_payload: { id: string } }).event_payload.id);
    expect(ids).toEqual(['c1', 'c1']);
    const { messages = [] } = await app.client.conversations.history({
      channel: 'C0REPORTS',
      include_all_metadata: true,
    });
    expect(messages.map(({ metadata }) => metadata?.event_payload)).toEqual([{ id: 'c1' }, { id: 'c1' }]);
  });

  test('a response_url fails on purpose too', async () => {
    const slack = await workspace();
    await httpApp(slack, (app) =>
      app.command('/checklink', async ({ ack, respond }) => {
        await ack();
        await respond('first').catch(() => respond('second'));
      }),
    );
    slack.fail('response_url', { kind: 'http', status: 500 });
    await slack.command('U0NURSE', 'C0REPORTS', '/checklink', 'x');
    await soon(() => slack.ephemerals('U0NURSE').map(({ text }) => text)).toEqual(['second']);
  });
});

test('whoever watches hears of every change, until they stop', async () => {
  const slack = await workspace();
  let changes = 0;
  const stop = slack.onChange(() => void changes++);
  await slack.say('U0NURSE', 'C0GENERAL', { text: 'x' });
  expect(changes).toBe(1);
  stop();
  await slack.say('U0NURSE', 'C0GENERAL', { text: 'y' });
  expect(changes).toBe(1);
});

test('a mistake of the test throws', async () => {
  const slack = await workspace();
  await expect(slack.say('U0NURSE', 'G0SECURITY', { text: 'x' })).rejects.toThrow('not in channel');
  await expect(slack.say('U0NURSE', 'C0REPORTS', { text: 'x', threadTs: '1.2' })).rejects.toThrow('no post');
  await expect(slack.submit('U0NURSE', {})).rejects.toThrow('no modal');
});

import { describe, expect, test } from 'vitest';
import { httpApp, workspace } from './workspace.ts';

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
    await expect.poll(() => slack.posts('C0REPORTS').length).toBe(2);
    expect(slack.posts('C0REPORTS')[1]).toMatchObject({ threadTs: post.ts, text: 'checking', user: 'U0BOT' });
    expect(slack.log.map((call) => [call.method, call.ok])).toEqual([
      ['auth.test', true],
      ['chat.postMessage', true],
    ]);
  });
});

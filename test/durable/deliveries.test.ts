import { describe, expect, it } from 'vitest';
import type { FakePost } from '../../src/playground/fake-slack/types.ts';
import { AISHA, BOT, botPosts, JONAS, type Mode, OMAR, REPORTS, SECURITY, until, words } from '../helpers/workspace.ts';
import type { Child } from './child.ts';
import { bringTwenty, changed, firstPost, PATIENT, startIn, watching, withBot } from './in-process.ts';
import { openLine } from './line.ts';
import { bringReports, expectEverythingOnce, openRuling, quiet, stepsIn, submitRuling, withWard } from './ward.ts';

/** What Slack and the network may do to the bot. Killing it is `kill.test.ts`, stopping it `stop.test.ts`. */

describe.concurrent('a report is answered once', PATIENT, () => {
  it.each<Mode>(['http', 'socket'])('when Slack delivers it again, at once and later (%s)', (mode) =>
    withBot(mode, async (ward) => {
      const { slack } = ward;
      const brought = await bringReports(ward);
      await Promise.all(brought.flatMap(({ post }) => [slack.redeliver(post.ts), slack.redeliver(post.ts)]));
      await quiet(ward);
      await Promise.all(brought.map(({ post }) => slack.redeliver(post.ts)));
      await quiet(ward);
      await expectEverythingOnce(ward);
    }),
  );

  it('when the acknowledgement is lost on an HTTP line', () =>
    withBot('http', async (ward, bot) => {
      let lost = 0;
      const line = await openLine(`http://127.0.0.1:${bot.port}/slack/events`, {
        losesAnswer: ({ retry }) => {
          if (retry < 2) lost += 1;
          return retry < 2;
        },
      });
      ward.slack.setRequestUrl(line.url);
      await bringReports(ward);
      await quiet(ward);
      await line.close();
      expect(lost).toBeGreaterThanOrEqual(8);
      await expectEverythingOnce(ward);
    }));

  it('when the socket breaks between storing and acknowledging', () =>
    withWard('socket', async (ward) => {
      let cuts = 0;
      const bot = await startIn(ward, {
        open: watching('add', () => {
          if (cuts >= 3) return;
          cuts += 1;
          ward.slack.disconnect('cut');
        }),
      });
      await bringReports(ward);
      await quiet(ward);
      await bot.stop();
      expect(cuts).toBe(3);
      await expectEverythingOnce(ward);
    }));

  it('when the post reaches us as a message and as a mention', () =>
    withBot('http', async (ward, bot) => {
      const heard = new Set<string | undefined>();
      const line = await openLine(`http://127.0.0.1:${bot.port}/slack/events`, {
        answered: ({ event }) => heard.add(event.type),
      });
      ward.slack.setRequestUrl(line.url);
      const post = await ward.slack.say(AISHA, REPORTS, { text: `@${BOT.name} is this real? https://prize.example/` });
      ward.reports.push({ post, owed: { told: 0, alerts: 0 } });
      await quiet(ward);
      await line.close();
      expect(heard).toEqual(new Set(['message', 'app_mention']));
      await expectEverythingOnce(ward);
    }));

  it('when a mention of it comes before the report itself', () =>
    withBot('http', async (ward, bot) => {
      let first: string | undefined;
      let mentioned = (): void => {};
      const mention = new Promise<void>((resolve) => {
        mentioned = resolve;
      });
      const line = await openLine(`http://127.0.0.1:${bot.port}/slack/events`, {
        waits: async ({ event }) => {
          first ??= event.ts;
          if (event.type === 'message' && event.ts === first) await mention;
        },
        answered: ({ event }) => {
          if (event.type === 'app_mention') mentioned();
        },
      });
      ward.slack.setRequestUrl(line.url);
      const post = await ward.slack.say(AISHA, REPORTS, { text: 'https://prize.example/' });
      await ward.slack.say(OMAR, REPORTS, { threadTs: post.ts, text: `@${BOT.name} please` });
      await quiet(ward);
      await line.close();
      // Two people want to know, and each of them hears it once: see the marks of the posts.
      const answers = stepsIn(ward, post, /^answer$/);
      expect(answers).toHaveLength(2);
      for (const answer of answers) expect(words(answer)).not.toMatch(/Checking…/);
      expect(new Set(answers.map(({ metadata }) => JSON.stringify(metadata))).size).toBe(2);
    }));

  it('when two bots share one database and one Socket Mode app, and one of them is killed', () =>
    withWard('socket', async (ward) => {
      const bots: Child[] = [ward.load({ LEASE_MS: '1000' }), ward.load({ LEASE_MS: '1000' })];
      await Promise.all(bots.map((bot) => bot.start()));
      await until(() => ward.slack.connections() === 2, 'both connections');
      await bringTwenty(ward);
      await firstPost(ward);
      bots[0]?.process.kill('SIGKILL');
      await quiet(ward);
      await expectEverythingOnce(ward);
    }));

  it('when the machine sleeps for longer than a lease', () =>
    withBot(
      'http',
      async (ward) => {
        ward.slack.fail('chat.postMessage', { kind: 'rate-limit', seconds: 2 }, 4);
        await bringReports(ward);
        await quiet(ward);
        await expectEverythingOnce(ward);
      },
      {
        runner: { leaseMs: 300, pollMs: 50 },
        // Nobody prolongs a lease in his sleep.
        open: changed(({ jobs }) => ({ jobs: { ...jobs, extend: async () => true } })),
      },
    ));
});

describe.concurrent('Slack in trouble', PATIENT, () => {
  it('is waited for while it is down', () =>
    withBot('http', async (ward) => {
      ward.slack.fail('*', { kind: 'http', status: 503 }, 8);
      await bringReports(ward);
      await quiet(ward);
      expect(ward.slack.log.filter(({ error }) => error === 'http_503').length).toBeGreaterThanOrEqual(7);
      await expectEverythingOnce(ward);
    }));

  it('is waited for when it asks to slow down', () =>
    withBot('socket', async (ward) => {
      ward.slack.fail('chat.postMessage', { kind: 'rate-limit', seconds: 1 }, 3);
      ward.slack.fail('chat.update', { kind: 'rate-limit', seconds: 1 }, 3);
      await bringReports(ward);
      await quiet(ward);
      await expectEverythingOnce(ward);
    }));

  it.each(['chat.postMessage', 'chat.update', 'conversations.replies'])(
    'that carries out %s and cuts the line is not asked twice for the same',
    (method) =>
      withBot('http', async (ward) => {
        if (method === 'conversations.replies') ward.slack.fail('chat.postMessage', { kind: 'drop' }, 3);
        ward.slack.fail(method, { kind: 'drop' }, 3);
        await bringReports(ward);
        await quiet(ward);
        await expectEverythingOnce(ward);
      }),
  );

  it('cuts the line after the card: there is one card', () =>
    withBot('http', async (ward) => {
      const stop = ward.slack.onChange(() => {
        if (botPosts(ward.slack, REPORTS).length < 2) return;
        stop();
        ward.slack.fail('chat.postMessage', { kind: 'drop' }, 3);
      });
      await bringReports(ward);
      await quiet(ward);
      await expectEverythingOnce(ward);
    }));

  it('cuts the line after telling a decision, while another copy raises the verdict: each reporter is told once', () =>
    withBot('http', async (ward) => {
      const { slack } = ward;
      const url = 'https://rota-of-ward-seven.example/';
      const post = await slack.say(AISHA, REPORTS, { text: url });
      ward.reports.push({ post, owed: { told: 1, alerts: 0 } });
      await quiet(ward);
      await slack.press(AISHA, stepsIn(ward, post, /^answer$/)[0] as FakePost, 'ask_security');
      await quiet(ward);
      const card = botPosts(slack, SECURITY)[0] as FakePost;
      await openRuling(ward, card);
      slack.fail('chat.postMessage', { kind: 'drop' });
      await submitRuling(ward);
      await until(() => stepsIn(ward, post, /^told-/)[0], 'the reporter being told');
      const copy = await slack.say(JONAS, REPORTS, { text: url });
      await quiet(ward);
      expect(stepsIn(ward, copy, /^answer$/)).toHaveLength(1);
      expect(stepsIn(ward, post, /^told-/)).toHaveLength(1);
    }));
});

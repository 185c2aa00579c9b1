import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import type { FakePost } from '../../src/playground/fake-slack/types.ts';
import { type RunningBot, startBot } from '../../src/slack/bot.ts';
import { openStores } from '../../src/store/open.ts';
import type { ReportStore, Stores } from '../../src/store/stores.ts';
import {
  AISHA,
  BOT,
  botPosts,
  environment,
  JONAS,
  type Mode,
  OMAR,
  REPORTS,
  SECURITY,
  until,
  words,
} from '../helpers/workspace.ts';
import { type Child, stateUrl } from './child.ts';
import { openLine } from './line.ts';
import {
  bringReports,
  expectEverythingOnce,
  openRuling,
  quiet,
  stepsIn,
  submitRuling,
  type Ward,
  withWard,
} from './ward.ts';

/** What Slack, the network and whoever runs the bot may do to it, short of killing it (`kill.test.ts`). */

type BotOptions = NonNullable<Parameters<typeof startBot>[1]>;

/** The real bot in this process, on the ward's database. */
async function startIn(ward: Ward, options: BotOptions = {}): Promise<RunningBot> {
  const config = readConfig(environment(ward.slack, ward.mode, { STATE_URL: stateUrl(ward) }));
  const bot = await startBot(config, options);
  if (ward.mode === 'http') ward.slack.setRequestUrl(`http://127.0.0.1:${bot.port}/slack/events`);
  return bot;
}

function withBot(mode: Mode, work: (ward: Ward, bot: RunningBot) => Promise<void>, options?: BotOptions) {
  return withWard(mode, async (ward) => {
    const bot = await startIn(ward, options);
    try {
      await work(ward, bot);
    } finally {
      await bot.stop();
    }
  });
}

/** A store that tells when a report's method has done its work. */
function watching(method: keyof ReportStore, done: () => void): typeof openStores {
  return async (...args): Promise<Stores> => {
    const stores = await openStores(...args);
    const real = stores.reports[method] as (...args: unknown[]) => Promise<unknown>;
    const seen = async (...given: unknown[]): Promise<unknown> => {
      const result = await real(...given);
      done();
      return result;
    };
    return { ...stores, reports: { ...stores.reports, [method]: seen } };
  };
}

async function bringTwenty(ward: Ward): Promise<void> {
  for (let round = 0; round < 5; round += 1) await bringReports(ward);
}

const firstPost = ({ slack }: Ward): Promise<FakePost | undefined> =>
  until(() => botPosts(slack, REPORTS)[0], 'a first acknowledgement', 30_000);

describe.concurrent('a report is answered once', () => {
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

  it('when two bots share one database and one Socket Mode app, and one of them is killed', { timeout: 60_000 }, () =>
    withWard('socket', async (ward) => {
      const bots: Child[] = [ward.load({ LEASE_MS: '1000' }), ward.load({ LEASE_MS: '1000' })];
      await Promise.all(bots.map((bot) => bot.start()));
      await until(() => ward.slack.connections() === 2, 'both connections');
      await bringTwenty(ward);
      await firstPost(ward);
      bots[0]?.process.kill('SIGKILL');
      await quiet(ward);
      await expectEverythingOnce(ward);
    }),
  );

  it('when the machine sleeps for longer than a lease', { timeout: 60_000 }, () =>
    withWard('http', async (ward) => {
      const child = ward.load({ LEASE_MS: '1000' });
      await child.start();
      ward.slack.fail('chat.postMessage', { kind: 'rate-limit', seconds: 3 }, 4);
      await bringReports(ward);
      await until(() => ward.slack.log.filter(({ error }) => error === 'ratelimited').length === 4, 'the rate limit');
      child.process.kill('SIGSTOP');
      await sleep(1_500);
      child.process.kill('SIGCONT');
      await quiet(ward);
      await expectEverythingOnce(ward);
    }),
  );
});

describe.concurrent('Slack in trouble', () => {
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
      expect(slack.log.filter(({ method, ok }) => method === 'chat.postMessage' && ok)).not.toHaveLength(0);
      expect(stepsIn(ward, copy, /^answer$/)).toHaveLength(1);
      expect(stepsIn(ward, post, /^told-/)).toHaveLength(1);
    }));
});

describe.concurrent('a graceful stop', () => {
  it(
    'of the bot as it is started finishes or hands back, and the next start answers the rest',
    { timeout: 60_000 },
    () =>
      withWard('socket', async (ward) => {
        const env = { PATH: process.env.PATH, ...environment(ward.slack, 'socket', { STATE_URL: stateUrl(ward) }) };
        const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
        const run = () => {
          const child = spawn(process.execPath, [main], {
            cwd: ward.folder,
            env,
            stdio: ['ignore', 'inherit', 'inherit'],
          });
          const ended = new Promise<unknown>((resolve) =>
            child.on('exit', (code, signal) => resolve({ code, signal })),
          );
          ward.children.push({ process: child, ended } as Child);
          return { child, ended };
        };
        const first = run();
        await until(() => ward.slack.connections() === 1, 'a connection', 30_000);
        await bringTwenty(ward);
        await firstPost(ward);
        first.child.kill('SIGTERM');
        expect(await first.ended).toEqual({ code: 0, signal: null });
        expect((await ward.stores.jobs.counts()).running).toBe(0);

        const second = run();
        await until(() => ward.slack.connections() === 1, 'a connection again', 30_000);
        await quiet(ward);
        await expectEverythingOnce(ward);
        second.child.kill('SIGTERM');
        expect(await second.ended).toEqual({ code: 0, signal: null });
      }),
  );

  it.each([0, 5, 30, 100, 300])('%i ms after twenty reports leaves nothing in hand', (afterMs) =>
    withWard('http', async (ward) => {
      const first = await startIn(ward);
      await bringTwenty(ward);
      await sleep(afterMs);
      await first.stop();
      expect((await ward.stores.jobs.counts()).running).toBe(0);
      const second = await startIn(ward);
      await quiet(ward);
      await second.stop();
      await expectEverythingOnce(ward);
    }),
  );

  it('hands back what does not end in time, and it is answered once', { timeout: 60_000 }, () =>
    withWard('http', async (ward) => {
      const first = ward.load({ GRACE_MS: '50' });
      await first.start();
      ward.slack.fail('chat.postMessage', { kind: 'rate-limit', seconds: 10 }, 4);
      await bringReports(ward);
      await until(() => ward.slack.log.filter(({ error }) => error === 'ratelimited').length === 4, 'the rate limit');
      first.process.kill('SIGTERM');
      expect(await first.ended).toEqual({ code: 0, signal: null });
      expect(await ward.stores.jobs.counts()).toEqual({ waiting: 4, running: 0, dead: 0 });
      const second = ward.load();
      await second.start();
      await quiet(ward);
      await expectEverythingOnce(ward);
    }),
  );

  it('in the middle of reading a mail does not turn it into "could not check"', () =>
    withWard('http', async (ward) => {
      let reading = (): void => {};
      const read = new Promise<void>((resolve) => {
        reading = resolve;
      });
      const first = await startIn(ward, { runner: { graceMs: 1 }, open: watching('putSpecimens', () => reading()) });
      await bringReports(ward);
      await read;
      await first.stop();
      await sleep(300);
      const second = await startIn(ward);
      await quiet(ward);
      await second.stop();
      await expectEverythingOnce(ward);
    }));
});

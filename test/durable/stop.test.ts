import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { botPosts, environment, REPORTS, until } from '../helpers/workspace.ts';
import { type Child, stateUrl } from './child.ts';
import { bringTwenty, changed, firstPost, PATIENT, startIn, watching } from './in-process.ts';
import { bringReports, expectEverythingOnce, quiet, withWard } from './ward.ts';

describe.concurrent('a graceful stop', PATIENT, () => {
  it('of the bot as it is started finishes or hands back, and the next start answers the rest', () =>
    withWard('socket', async (ward) => {
      const env = { PATH: process.env.PATH, ...environment(ward.slack, 'socket', { STATE_URL: stateUrl(ward) }) };
      const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
      const run = () => {
        const child = spawn(process.execPath, [main], {
          cwd: ward.folder,
          env,
          stdio: ['ignore', 'inherit', 'inherit'],
        });
        const ended = new Promise<unknown>((resolve) => child.on('exit', (code, signal) => resolve({ code, signal })));
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
    }));

  it.each([0, 30, 300])('%i ms after twenty reports leaves nothing in hand', (afterMs) =>
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

  it('hands back what it was just claiming', () =>
    withWard('http', async (ward) => {
      let claiming = (): void => {};
      const claimed = new Promise<void>((resolve) => {
        claiming = resolve;
      });
      let letGo = (): void => {};
      const held = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      const bot = await startIn(ward, {
        open: changed(({ jobs }) => ({
          jobs: {
            ...jobs,
            async claim(...args) {
              const found = await jobs.claim(...args);
              if (found.length > 0) {
                claiming();
                await held;
              }
              return found;
            },
          },
        })),
      });
      await bringReports(ward);
      await claimed;
      const stopped = bot.stop();
      // By then the connection is closed and the runner knows that it is to stop.
      await sleep(2_500);
      letGo();
      await stopped;
      expect((await ward.stores.jobs.counts()).running).toBe(0);
      expect(botPosts(ward.slack, REPORTS)).toEqual([]);
      const next = await startIn(ward);
      await quiet(ward);
      await next.stop();
      await expectEverythingOnce(ward);
    }));

  it('hands back what does not end in time, and it is answered once', () =>
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
    }));

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

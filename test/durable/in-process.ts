import { readConfig } from '../../src/config.ts';
import type { FakePost } from '../../src/playground/fake-slack/types.ts';
import { type RunningBot, startBot } from '../../src/slack/bot.ts';
import { openStores } from '../../src/store/open.ts';
import type { Stores } from '../../src/store/stores.ts';
import { botPosts, environment, type Mode, REPORTS, until } from '../helpers/workspace.ts';
import { stateUrl } from './child.ts';
import { bringReports, type Ward, withWard } from './ward.ts';

/** Tests that start processes, or twenty reports, on a machine that does other things. */
export const PATIENT = { timeout: 90_000 };

type BotOptions = NonNullable<Parameters<typeof startBot>[1]>;

/** The real bot in this process, on the ward's database. */
export async function startIn(ward: Ward, options: BotOptions = {}): Promise<RunningBot> {
  const config = readConfig(environment(ward.slack, ward.mode, { STATE_URL: stateUrl(ward) }));
  const bot = await startBot(config, options);
  if (ward.mode === 'http') ward.slack.setRequestUrl(`http://127.0.0.1:${bot.port}/slack/events`);
  return bot;
}

/** A bot that runs as long as `work`. */
export function withBot(mode: Mode, work: (ward: Ward, bot: RunningBot) => Promise<void>, options?: BotOptions) {
  return withWard(mode, async (ward) => {
    const bot = await startIn(ward, options);
    try {
      await work(ward, bot);
    } finally {
      await bot.stop();
    }
  });
}

/** The real stores, some of their methods changed. */
export function changed(change: (stores: Stores) => Partial<Stores>): typeof openStores {
  return async (...args) => {
    const stores = await openStores(...args);
    return { ...stores, ...change(stores) };
  };
}

/** Tells when a report's method has done its work. */
export function watching(method: 'add' | 'putSpecimens', done: () => void): typeof openStores {
  return changed(({ reports }) => {
    const real = reports[method] as (...args: unknown[]) => Promise<unknown>;
    const seen = async (...given: unknown[]): Promise<unknown> => {
      const result = await real(...given);
      done();
      return result;
    };
    return { reports: { ...reports, [method]: seen } };
  });
}

export async function bringTwenty(ward: Ward): Promise<void> {
  for (let round = 0; round < 5; round += 1) await bringReports(ward);
}

export const firstPost = ({ slack }: Ward): Promise<FakePost | undefined> =>
  until(() => botPosts(slack, REPORTS)[0], 'a first acknowledgement', 30_000);

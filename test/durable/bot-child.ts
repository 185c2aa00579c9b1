/**
 * The real bot in a process of its own that dies by SIGKILL at a named step. The steps are named by what the bot does: the
 * methods of its stores (`reports.add`, `cases.append:answered`), the statements within those
 * (`sql:insert-into-report_keys`) and its calls to Slack (`chat.postMessage:card`, `conversations.replies`, `download`). KILL_AT is `before <step>` or `after <step>`: after means that the deed is done,
 * in the database or in Slack, and that the bot has not heard of it yet.
 *
 * The parent says when: `start` connects, `arm` makes the next such step the last one. Without KILL_AT it just runs.
 */
import './light.ts';
import { flushCompileCache } from 'node:module';
import { DatabaseSync } from 'node:sqlite';
import { type Config, readConfig } from '../../src/config.ts';
import { startBot } from '../../src/slack/bot.ts';
import { openStores } from '../../src/store/open.ts';
import type { Stores } from '../../src/store/stores.ts';

export type Said = { said: 'loaded' } | { said: 'armed' } | { said: 'ready'; port?: number };
export type Told = 'start' | 'arm';

const [moment, fatal] = (process.env.KILL_AT ?? '').split(' ');
let armed = false;

function pass(when: 'before' | 'after', step: string): void {
  if (armed && when === moment && step === fatal) process.kill(process.pid, 'SIGKILL');
}

/** An append is named by its event too; an empty claim is no step: nothing was claimed. */
function stepOf(method: string, args: unknown[]): string {
  return method === 'cases.append' ? `${method}:${(args[2] as { kind: string }).kind}` : method;
}

function watched<T extends object>(store: T, name: string): T {
  return new Proxy(store, {
    get(target, key) {
      const method: unknown = Reflect.get(target, key);
      if (typeof method !== 'function') return method;
      return async (...args: unknown[]) => {
        const step = stepOf(`${name}.${String(key)}`, args);
        pass('before', step);
        const result: unknown = await method.apply(target, args);
        if (!(Array.isArray(result) && result.length === 0)) pass('after', step);
        return result;
      };
    },
  });
}

async function openWatched(...args: Parameters<typeof openStores>): Promise<Stores> {
  const stores = await openStores(...args);
  return {
    ...stores,
    reports: watched(stores.reports, 'reports'),
    cases: watched(stores.cases, 'cases'),
    jobs: watched(stores.jobs, 'jobs'),
    indicators: watched(stores.indicators, 'indicators'),
    receipts: watched(stores.receipts, 'receipts'),
  };
}

/** In the middle of a transaction: all of it must be there afterwards, or nothing. */
const realPrepare = DatabaseSync.prototype.prepare;
DatabaseSync.prototype.prepare = function prepare(...given) {
  const statement = realPrepare.apply(this, given);
  const step = `sql:${given[0].split(/[\s"]+/, 3).join('-')}`;
  for (const method of ['all', 'run'] as const) {
    const real = statement[method] as (...args: unknown[]) => unknown;
    Object.assign(statement, {
      [method](...args: unknown[]) {
        const result = real.apply(statement, args);
        pass('after', step);
        return result;
      },
    });
  }
  return statement;
};

/** `chat.postMessage:told` and the like: what a post of ours is for stands in its metadata. */
function callOf(url: URL, body: unknown): string {
  if (url.pathname.startsWith('/files-pri/')) return 'download';
  const metadata = new URLSearchParams(String(body ?? '')).get('metadata');
  const step: unknown = metadata && JSON.parse(metadata).event_payload?.step;
  return `${url.pathname.replace('/api/', '')}${step ? `:${String(step).replace(/-\d+$/, '')}` : ''}`;
}

const realFetch = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const step = callOf(new URL(input instanceof Request ? input.url : input), init?.body);
  pass('before', step);
  const response = await realFetch(input, init);
  pass('after', step);
  return response;
};

/** The parent may have gone meanwhile: then there is nobody to tell. */
const tell = (message: Said): void => void process.send?.(message, () => {});

async function start(config: Config): Promise<void> {
  const { LEASE_MS = '30000', GRACE_MS = '10000' } = process.env;
  const runner = { leaseMs: Number(LEASE_MS), graceMs: Number(GRACE_MS), pollMs: 100 };
  const bot = await startBot(config, { runner, open: openWatched });
  process.once('SIGTERM', () => void bot.stop().then(() => process.exit(0)));
  tell({ said: 'ready', port: bot.port });
}

process.on('message', (message: Told) => {
  if (message === 'start') return void start(readConfig());
  armed = true;
  tell({ said: 'armed' });
});
// The parent is gone: nobody is left to end this process.
process.once('disconnect', () => process.exit(1));
// A process that is killed leaves nothing behind by itself.
flushCompileCache();
tell({ said: 'loaded' });

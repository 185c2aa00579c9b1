import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { type Assessor, assess } from '../assess.ts';
import { CHECKS } from '../checks/index.ts';
import { loadDotEnv, organisationOf, readLocalConfig } from '../config.ts';
import { loadLists, loadScoring } from '../data/load.ts';
import { reasonOf, SetupError } from '../errors.ts';
import type { Sentences } from '../explain.ts';
import { openFeeds } from '../intel/feeds/ask-feeds.ts';
import { gatherNothing, openGather } from '../intel/gather.ts';
import { openReader } from '../parse/pool.ts';
import { openStores } from '../store/open.ts';
import type { Stores } from '../store/stores.ts';
import { inOrder } from './in-order.ts';
import { type Input, inputsOf, type Skipped } from './inputs.ts';
import { openOutput } from './output.ts';
import { card, jsonLine, type Result, row } from './print.ts';
import { EXIT, openTally } from './tally.ts';
import { urlsOf } from './url-list.ts';

export interface CheckOptions {
  json: boolean;
  /** Asks nothing outside of this program: not even the organisation's own list and its feeds. */
  offline: boolean;
  /** Lists of links, one a line. */
  urls: string[];
}

/** Inputs in work at a time, for each thread: enough that none waits, few enough that memory stays bounded. */
const AHEAD = 4;

/** Checks everything that the arguments name, prints as it goes, and returns the exit code. */
export async function check(args: string[], options: CheckOptions): Promise<number> {
  loadDotEnv();
  const config = readLocalConfig();
  const threads = availableParallelism();
  const stores = options.offline ? undefined : await openExisting(config.STATE_URL);
  const reader = openReader({ threads });
  const lists = loadLists();
  const assessor: Assessor = {
    read: (specimens) => reader.read(specimens),
    gather: stores
      ? openGather(
          (observables) => stores.indicators.find(null, observables),
          openFeeds(stores.feeds, { siteHosts: lists.siteHosts }),
        )
      : gatherNothing,
    checks: CHECKS,
    knowledge: { organisation: organisationOf(config), lists },
    scoring: loadScoring(),
  };
  const sentences: Sentences = new Map(CHECKS.map(({ id, explain }) => [id, explain]));
  const output = openOutput();
  const skipped: Skipped = { hidden: 0, special: 0 };
  const tally = openTally(skipped);
  try {
    for await (const result of inOrder(everything(args, options.urls, skipped), threads * AHEAD, (input) =>
      judge(input, assessor),
    )) {
      tally.count(result);
      const print = options.json ? jsonLine : result.listed ? row : card;
      tally.clear();
      if (!(await output.line(print(result, sentences)))) return EXIT.trouble;
      tally.show();
    }
    tally.clear();
    if (!options.json && tally.many()) await output.line(tally.summary());
  } finally {
    await reader.close();
    await stores?.close();
  }
  return tally.exitCode();
}

async function* everything(args: string[], urls: string[], skipped: Skipped): AsyncGenerator<Input> {
  yield* inputsOf(args, skipped);
  for (const list of urls) yield* urlsOf(list);
}

async function judge(input: Input, assessor: Assessor): Promise<Result> {
  const started = performance.now();
  const loaded = await input.load();
  const outcome = 'kind' in loaded ? await assess([loaded], [], assessor) : loaded;
  return { input: input.input, listed: input.listed, elapsedMs: performance.now() - started, outcome };
}

/** The bot's database, where there is one: looking must not make one. */
async function openExisting(url: string): Promise<Stores | undefined> {
  if (!existsSync(url.replace(/^sqlite:/, ''))) return;
  try {
    return await openStores(url);
  } catch (error) {
    throw new SetupError(`${reasonOf(error)}\nWith --offline it is not needed.`);
  }
}

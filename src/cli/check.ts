import { availableParallelism } from 'node:os';
import { Keyv } from 'keyv';
import { type Assessor, assess } from '../assess.ts';
import { CHECKS } from '../checks/index.ts';
import { settingsOf } from '../config/services.ts';
import { type Config, loadDotEnv, organisationOf, readLocalConfig } from '../config.ts';
import { loadLists, loadRegistries, loadScoring } from '../data/load.ts';
import { reasonOf, SetupError } from '../errors.ts';
import type { Sentences } from '../explain.ts';
import { openAuthentication } from '../intel/authentication.ts';
import { openDns } from '../intel/dns.ts';
import { openExpander } from '../intel/expand/expand.ts';
import { openFeeds } from '../intel/feeds/ask-feeds.ts';
import { type Gather, gatherNothing, openGather } from '../intel/gather.ts';
import { openProviders } from '../intel/providers.ts';
import { openServices } from '../intel/services.ts';
import { openReader } from '../parse/pool.ts';
import type { Stores } from '../store/stores.ts';
import { openExisting } from './existing-stores.ts';
import { inOrder } from './in-order.ts';
import { type Input, inputsOf, type Skipped } from './inputs.ts';
import { openOutput } from './output.ts';
import { card, explained, jsonLine, type Result, row } from './print.ts';
import { EXIT, openTally } from './tally.ts';
import { urlsOf } from './url-list.ts';

export interface CheckOptions {
  json: boolean;
  /** Prints what each service was asked and answered. */
  explain: boolean;
  /** Asks nothing outside of this program: no service, and not even the organisation's own list and its feeds. */
  offline: boolean;
  /** Lists of links, one a line. */
  urls: string[];
}

/** Inputs in work at a time, for each thread: enough that none waits, few enough that memory stays bounded. */
const AHEAD = 5;

/** Checks everything that the arguments name, prints as it goes, and returns the exit code. */
export async function check(args: string[], options: CheckOptions): Promise<number> {
  loadDotEnv();
  const config = readLocalConfig();
  const threads = availableParallelism();
  const stores = options.offline ? undefined : await openExisting(config.STATE_URL).catch(suggestOffline);
  const reader = openReader({ threads });
  const knowledge: Assessor['knowledge'] = { organisation: organisationOf(config), lists: loadLists() };
  const { organisation } = knowledge;
  const authentication =
    config.DNS_LOOKUPS === 'on' && !options.offline
      ? openAuthentication({ lookup: openDns(new Keyv()), organisation })
      : undefined;
  const expander =
    config.EXPAND_LINKS === 'shorteners' && !options.offline
      ? openExpander({ lookup: openDns(new Keyv()), knowledge, cache: new Keyv() })
      : undefined;
  const assessor: Assessor = {
    read: (specimens) => reader.read(specimens),
    gather: options.offline ? gatherNothing : outside(stores, config, knowledge),
    ...(authentication && { authenticate: authentication.authenticate }),
    ...(expander && { expand: (evidence) => expander.expand(evidence, 'shorteners') }),
    checks: CHECKS,
    knowledge,
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
      const print = options.json ? jsonLine : result.listed ? row : options.explain ? explained : card;
      tally.clear();
      if (!(await output.line(print(result, sentences)))) return EXIT.trouble;
      tally.show();
    }
    tally.clear();
    if (!options.json && tally.many()) await output.line(tally.summary());
  } finally {
    await authentication?.close();
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

/** The own list, where there is one, and the services that are configured. Without a database, answers are kept for this run. */
function outside(stores: Stores | undefined, config: Config, knowledge: Assessor['knowledge']): Gather {
  const providers = openProviders(settingsOf(config), loadRegistries);
  if (!stores && providers.length === 0) return gatherNothing;
  const services = openServices({
    providers,
    knowledge,
    cache: stores?.cache('answers') ?? new Keyv(),
    notes: stores?.cache('services'),
  });
  return openGather(
    stores && ((observables) => stores.indicators.find(null, observables)),
    services,
    stores && openFeeds(stores.feeds, { siteHosts: knowledge.lists.siteHosts }),
  );
}

function suggestOffline(error: unknown): never {
  throw new SetupError(`${reasonOf(error)}\nWith --offline it is not needed.`);
}

import { resolve } from 'node:path';
import { feedHeaders, loadDotEnv, readLocalConfig } from '../config.ts';
import { SetupError } from '../errors.ts';
import { standingOf } from '../intel/feeds/ages.ts';
import { FeedRefusal } from '../intel/feeds/limits.ts';
import { type Tally, testFeed, updateFeed } from '../intel/feeds/update.ts';
import { ageText } from '../intel/sources.ts';
import type { Feed, FeedDefinition } from '../store/feed-store.ts';
import { openStores } from '../store/open.ts';
import { FEEDS_HELP, type FeedsCommand, readFeedsArguments } from './feeds-arguments.ts';
import { openOutput } from './output.ts';
import { inertJson, inertText, oneLine } from './terminal.ts';

const DONE = 0;
const REFUSED = 1;

type Say = (line: string) => Promise<boolean>;
type Headers = (feed: string) => Record<string, string>;

/** `lurecheck feeds …`: returns the exit code. */
export async function feeds(argv: string[]): Promise<number> {
  const command = readFeedsArguments(argv);
  const { line } = openOutput();
  if (command === 'help') {
    await line(FEEDS_HELP);
    return DONE;
  }
  loadDotEnv();
  const config = readLocalConfig();
  const headers: Headers = (feed) => feedHeaders(config, feed);
  const stores = await openStores(config.STATE_URL);
  try {
    return await run(command, stores.feeds, headers, line);
  } finally {
    await stores.close();
  }
}

async function run(
  command: FeedsCommand,
  store: Awaited<ReturnType<typeof openStores>>['feeds'],
  headers: Headers,
  say: Say,
): Promise<number> {
  const { action, names, definition } = command;
  const named = async (name: string): Promise<Feed> => {
    const feed = await store.get(name);
    if (!feed) throw new SetupError(`There is no feed “${oneLine(name, 40)}”: see lurecheck feeds list.`);
    return feed;
  };
  const update = async (feed: Feed): Promise<number> => {
    const outcome = await updateFeed(store, feed, { headers: headers(feed.name), force: command.force });
    switch (outcome.kind) {
      case 'updated':
        await say(`${feed.name}: ${outcome.entries} entries${tallyText(outcome.tally)}.`);
        return DONE;
      case 'unchanged':
        await say(`${feed.name}: nothing new.`);
        return DONE;
      case 'busy':
        await say(`${feed.name}: another process is updating it.`);
        return DONE;
      case 'refused':
        await say(`${feed.name}: not updated: ${inertText(outcome.reason, 400)}.`);
        if (feed.copy) await say(`  The old list of ${feed.copy.entries} entries goes on serving.`);
        return REFUSED;
    }
  };

  switch (action) {
    case 'list':
      return list(await store.list(), command.json, say);
    case 'add': {
      const feed = absolute(definition as FeedDefinition);
      if (!(await store.add(feed))) throw new SetupError(`There is a feed “${feed.name}” already: remove it first.`);
      return update(await named(feed.name));
    }
    case 'update': {
      const some = names.length > 0 ? await Promise.all(names.map(named)) : await store.list();
      if (some.length === 0) await say('There are no feeds. lurecheck feeds add adds one.');
      let code = DONE;
      for (const feed of some) code = Math.max(code, await update(feed));
      return code;
    }
    case 'test': {
      const [name = ''] = names;
      return test(definition ? absolute(definition) : await named(name), headers, say);
    }
    case 'remove': {
      const feed = await named(names[0] ?? '');
      await store.remove(feed.name);
      await say(`${feed.name}: removed.`);
      return DONE;
    }
    default:
      throw new SetupError(FEEDS_HELP);
  }
}

/** The bot may be started elsewhere. */
function absolute(definition: FeedDefinition): FeedDefinition {
  return { ...definition, source: /^https?:/.test(definition.source) ? definition.source : resolve(definition.source) };
}

async function test(definition: FeedDefinition, headers: Headers, say: Say): Promise<number> {
  try {
    const { entries, tally, first } = await testFeed(definition, { headers: headers(definition.name) });
    await say(`${definition.name}: ${entries} entries${tallyText(tally)}. It begins with`);
    for (const { kind, value, note } of first) {
      await say(`  ${kind.padEnd(8)} ${inertText(value)}${note ? `  (${inertText(note)})` : ''}`);
    }
    return DONE;
  } catch (error) {
    if (!(error instanceof FeedRefusal)) throw error;
    await say(`${definition.name}: would be refused: ${inertText(error.message, 400)}.`);
    return REFUSED;
  }
}

async function list(all: Feed[], json: boolean, say: Say): Promise<number> {
  const now = new Date();
  const standings = all.map((feed) => ({ feed, standing: standingOf(feed, now) }));
  if (all.length === 0 && !json) await say('There are no feeds. lurecheck feeds add adds one.');
  for (const { feed, standing } of standings) {
    const { name, copy, fault, source, format, role, trusted, triedAt } = feed;
    if (json) {
      const { entries, freshAt } = copy ?? {};
      await say(inertJson({ name, source, format, role, trusted, entries, freshAt, triedAt, standing, fault }));
      continue;
    }
    const age = copy
      ? `${copy.entries} entries, ${ageText(now.getTime() - copy.freshAt.getTime())} old of ${ageText(feed.maxAgeMs)} allowed`
      : 'not loaded';
    const roles = [
      role === 'warning' ? 'warning list' : '',
      trusted ? 'trusted' : '',
      standing === 'stale' ? 'OUT OF DATE' : '',
    ];
    await say(`${name.padEnd(20)} ${[age, ...roles.filter((word) => word !== '')].join(', ')}`);
    await say(`  ${format} ${oneLine(source)}`);
    if (fault) await say(`  last try failed: ${inertText(fault, 400)}`);
  }
  return standings.every(({ standing }) => standing === 'fresh') ? DONE : REFUSED;
}

function tallyText({ kinds, unreadable, ignored }: Tally): string {
  const parts = Object.entries(kinds).map(([kind, count]) => `${count} ${kind}`);
  if (ignored > 0) parts.push(`${ignored} passed over`);
  if (unreadable > 0) parts.push(`${unreadable} unreadable`);
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}

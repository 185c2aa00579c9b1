/**
 * `npm run bench:indicators`: one million made-up entries through the whole of an update (file → parser → hash → SQLite),
 * then look-ups in a process of its own, with hits and with misses; then the same with five million. Exits with 1 when a
 * floor is broken. `--quick` leaves the five million out.
 */
import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openFeeds } from '../../src/intel/feeds/ask-feeds.ts';
import { listedOf } from '../../src/intel/feeds/entry.ts';
import { keyNumbers } from '../../src/intel/feeds/keys.ts';
import { DEFAULTS } from '../../src/intel/feeds/presets.ts';
import type { Observable } from '../../src/model.ts';
import { openStores } from '../../src/store/open.ts';
import { percentile } from './figures.ts';

const MILLION = 1_000_000;
const FLOORS = { seconds: 20, lookups: 100_000, megabytes: 120 };
/** Keys in one query, about what a mail with twenty links asks. */
const KEYS = 600;
const ROUNDS = 300;
const REPORTS = 200;
/** Node keeps what it compiled, as in an installation that is started more than once. */
const ENV = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') };

interface Loaded {
  entries: number;
  seconds: number;
  megabytes: number;
}
interface Asked {
  hits: number;
  misses: number;
  found: number;
}
interface Held {
  /** Milliseconds. */
  report: number;
  megabytes: number;
}

/** Half links, a quarter domains, a quarter hashes: what such lists hold. */
const entryAt = (n: number): string =>
  n % 4 === 3
    ? n.toString(16).padStart(64, '0')
    : n % 4 === 2
      ? `bad-site-${n}.example`
      : `https://host-${n % 50_021}.example/wp-content/${n}/login.php?id=${n}`;

const [task, ...rest] = process.argv.slice(2);
if (task === 'load') console.log(JSON.stringify(await load(rest[0] ?? '', rest[1] ?? '')));
else if (task === 'ask') console.log(JSON.stringify(await ask(rest[0] ?? '', Number(rest[1]))));
else if (task === 'hold') console.log(JSON.stringify(await hold(rest[0] ?? '')));
else process.exitCode = (await bench(task === '--quick' ? [MILLION] : [MILLION, 5 * MILLION])) ? 0 : 1;

async function bench(sizes: number[]): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'lurecheck-bench-'));
  let good = true;
  try {
    for (const count of sizes) {
      const list = join(folder, `${count}.txt`);
      const database = join(folder, `${count}.db`);
      await writeList(list, count);
      const loaded = child<Loaded>('load', database, list);
      const asked = child<Asked>('ask', database, String(count));
      child<Held>('hold', database);
      const held = child<Held>('hold', database);
      const kept = count > MILLION || keepsFloors(loaded, asked, held);
      if (loaded.entries !== count || asked.found !== ROUNDS * KEYS)
        throw new Error(`entries are missing: ${loaded.entries} loaded, ${asked.found} found`);
      good &&= kept;
      console.log(`
${count / MILLION} million entries${kept ? '' : '   A FLOOR IS BROKEN'}
  loading            ${loaded.seconds.toFixed(1)} s       floor ${FLOORS.seconds} s (1 million)
  memory, loading    ${loaded.megabytes.toFixed(0)} MB at the most
  database           ${(statSync(database).size / 2 ** 20).toFixed(0)} MB
  look-ups, hits     ${Math.round(asked.hits)} a second of processor time   floor ${FLOORS.lookups}
  look-ups, misses   ${Math.round(asked.misses)} a second of processor time   floor ${FLOORS.lookups}
  memory, asking     ${held.megabytes.toFixed(0)} MB resident   floor ${FLOORS.megabytes} MB (1 million)
  one report of twenty links, half of them listed: ${held.report.toFixed(2)} ms`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return good;
}

function keepsFloors(loaded: Loaded, { hits, misses }: Asked, { megabytes }: Held): boolean {
  return loaded.seconds <= FLOORS.seconds && Math.min(hits, misses) >= FLOORS.lookups && megabytes <= FLOORS.megabytes;
}

function child<T>(...args: string[]): T {
  const text = execFileSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), ...args], {
    encoding: 'utf8',
    env: ENV,
  });
  return JSON.parse(text) as T;
}

async function writeList(path: string, count: number): Promise<void> {
  const stream = createWriteStream(path);
  for (let n = 0; n < count; n += 10_000) {
    const lines = Array.from({ length: Math.min(10_000, count - n) }, (_, at) => entryAt(n + at)).join('\n');
    if (!stream.write(`${lines}\n`)) await new Promise<void>((resolve) => stream.once('drain', () => resolve()));
  }
  await new Promise<void>((resolve) => stream.end(() => resolve()));
}

async function load(database: string, list: string): Promise<Loaded> {
  // Late: whoever only asks does not load what fetches and parses.
  const { updateFeed } = await import('../../src/intel/feeds/update.ts');
  const stores = await openStores(`sqlite:${database}`);
  await stores.feeds.add({ ...DEFAULTS, name: 'bench', source: list, format: 'plain' });
  const feed = await stores.feeds.get('bench');
  if (!feed) throw new Error('there is no feed');
  const started = performance.now();
  const outcome = await updateFeed(stores.feeds, feed);
  const seconds = (performance.now() - started) / 1000;
  await stores.close();
  return { entries: outcome.kind === 'updated' ? outcome.entries : 0, seconds, megabytes: peak() };
}

async function ask(database: string, count: number): Promise<Asked> {
  const stores = await openStores(`sqlite:${database}`);
  let found = 0;
  /**
   * The keys are written down before the clock starts; hashing them is part of a look-up. The clock is the processor's,
   * of all threads: nothing here waits for anything, and what else the machine does is no matter.
   */
  const time = async (make: (n: number) => string): Promise<number> => {
    let ms = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const texts = Array.from({ length: KEYS }, (_, at) => listedOf(make(round * KEYS + at))?.key ?? '');
      const started = process.cpuUsage();
      found += (await stores.feeds.lookup(texts.map(keyNumbers))).size;
      const { user, system } = process.cpuUsage(started);
      ms += (user + system) / 1000;
    }
    return (KEYS * ROUNDS * 1000) / ms;
  };
  await stores.feeds.lookup([keyNumbers('warm')]);
  const misses = await time((n) => `https://honest-${n}.example/news/article-${n}`);
  // Spread over the whole list, so that no page of the database is warm by accident.
  const hits = await time((n) => entryAt((n * 7_919) % count));

  await stores.close();
  return { hits, misses, found };
}

/** Two hundred reports of twenty links, half of them listed: what a day may bring, and what a bot then holds. */
async function hold(database: string): Promise<Held> {
  const stores = await openStores(`sqlite:${database}`);
  const feeds = openFeeds(stores.feeds);
  const times: number[] = [];
  for (let round = 0; round < REPORTS; round += 1) {
    const links = Array.from(
      { length: 20 },
      (_, n): Observable => ({
        kind: 'url',
        value: n % 2 === 0 ? entryAt((round * 20 + n) * 4) : `https://honest-${n}.example/news/article-${round}`,
      }),
    );
    const started = performance.now();
    const { indicators } = await feeds(links);
    times.push(performance.now() - started);
    if (indicators.size !== 10) throw new Error(`${indicators.size} of 10 listed links were found`);
  }
  await stores.close();
  return { report: percentile(times, 0.5), megabytes: process.memoryUsage().rss / 2 ** 20 };
}

/** The most that was resident at any time. */
function peak(): number {
  return process.resourceUsage().maxRSS / 1024;
}

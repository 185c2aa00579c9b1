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
import { updateFeed } from '../../src/intel/feeds/update.ts';
import type { Observable } from '../../src/model.ts';
import { openStores } from '../../src/store/open.ts';

const MILLION = 1_000_000;
const FLOORS = { seconds: 20, lookups: 100_000, megabytes: 120 };
/** Keys in one query, about what a mail with twenty links asks. */
const KEYS = 600;
const ROUNDS = 300;

interface Loaded {
  entries: number;
  seconds: number;
  megabytes: number;
  peak: number;
}
interface Asked {
  hits: number;
  misses: number;
  report: number;
  found: number;
  megabytes: number;
  peak: number;
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
      const held = count > MILLION || keepsFloors(loaded, asked);
      if (loaded.entries !== count || asked.found !== ROUNDS * KEYS)
        throw new Error(`entries are missing: ${loaded.entries} loaded, ${asked.found} found`);
      good &&= held;
      console.log(`
${count / MILLION} million entries${held ? '' : '   A FLOOR IS BROKEN'}
  loading            ${loaded.seconds.toFixed(1)} s       floor ${FLOORS.seconds} s (1 million)
  memory, loading    ${loaded.megabytes.toFixed(0)} MB resident, ${loaded.peak.toFixed(0)} MB at the most
  database           ${(statSync(database).size / 2 ** 20).toFixed(0)} MB
  look-ups, hits     ${Math.round(asked.hits)} a second   floor ${FLOORS.lookups}
  look-ups, misses   ${Math.round(asked.misses)} a second   floor ${FLOORS.lookups}
  memory, asking     ${asked.megabytes.toFixed(0)} MB resident, ${asked.peak.toFixed(0)} MB at the most   floor ${FLOORS.megabytes} MB (1 million)
  one report of twenty listed links: ${asked.report.toFixed(1)} ms`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return good;
}

function keepsFloors(loaded: Loaded, { hits, misses, megabytes }: Asked): boolean {
  return loaded.seconds <= FLOORS.seconds && Math.min(hits, misses) >= FLOORS.lookups && megabytes <= FLOORS.megabytes;
}

function child<T>(...args: string[]): T {
  const text = execFileSync(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url), ...args], {
    encoding: 'utf8',
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
  const stores = await openStores(`sqlite:${database}`);
  await stores.feeds.add({ ...DEFAULTS, name: 'bench', source: list, format: 'plain' });
  const feed = await stores.feeds.get('bench');
  if (!feed) throw new Error('there is no feed');
  const started = performance.now();
  const outcome = await updateFeed(stores.feeds, feed);
  const seconds = (performance.now() - started) / 1000;
  await stores.close();
  return { entries: outcome.kind === 'updated' ? outcome.entries : 0, seconds, megabytes: resident(), peak: peak() };
}

async function ask(database: string, count: number): Promise<Asked> {
  const stores = await openStores(`sqlite:${database}`);
  let found = 0;
  /** The keys are written down before the clock starts; hashing them is part of a look-up. */
  const time = async (make: (n: number) => string): Promise<number> => {
    let ms = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const texts = Array.from({ length: KEYS }, (_, at) => listedOf(make(round * KEYS + at))?.key ?? '');
      const started = performance.now();
      found += (await stores.feeds.lookup(texts.map(keyNumbers))).size;
      ms += performance.now() - started;
    }
    return (KEYS * ROUNDS * 1000) / ms;
  };
  await stores.feeds.lookup([keyNumbers('warm')]);
  const misses = await time((n) => `https://honest-${n}.example/news/article-${n}`);
  // Spread over the whole list, so that no page of the database is warm by accident.
  const hits = await time((n) => entryAt((n * 7_919) % count));

  const feeds = openFeeds(stores.feeds);
  const links = Array.from({ length: 20 }, (_, n): Observable => ({ kind: 'url', value: entryAt(n * 400) }));
  const started = performance.now();
  for (let n = 0; n < 100; n += 1) await feeds(links);
  const report = (performance.now() - started) / 100;
  await stores.close();
  return { hits, misses, report, found, megabytes: resident(), peak: peak() };
}

/** What is held, without what the collector has not yet come to. `--expose-gc` is given to every child. */
function resident(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / 2 ** 20;
}

/** The most that was resident at any time. */
function peak(): number {
  return process.resourceUsage().maxRSS / 1024;
}

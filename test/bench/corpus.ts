/**
 * `npm run bench:corpus -- FOLDER`: reads and judges every file of a folder on all cores, as `lurecheck check --offline`
 * does, prints how fast and in how much memory, and exits with 1 when a floor does not hold.
 */
import { availableParallelism } from 'node:os';
import { judgeEvidence } from '../../src/assess.ts';
import { CHECKS } from '../../src/checks/index.ts';
import { inOrder } from '../../src/cli/in-order.ts';
import { inputsOf } from '../../src/cli/inputs.ts';
import { loadLists, loadScoring } from '../../src/data/load.ts';
import { openReader } from '../../src/parse/pool.ts';
import { percentile } from './figures.ts';

const LIMIT_MS = 10_000;
/** A machine under load may be late to notice that the limit has passed. */
const GRACE_MS = 1_000;

interface Timing {
  input: string;
  ms: number;
  timedOut: boolean;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: npm run bench:corpus -- FOLDER');
  process.exit(2);
}
process.exitCode = (await benchCorpus(folder)) ? 0 : 1;

async function benchCorpus(path: string): Promise<boolean> {
  const threads = availableParallelism();
  const reader = openReader({ threads, deadlineMs: LIMIT_MS });
  const organisation = { domains: [], names: [], vips: [], authservIds: [] };
  const judging = { checks: CHECKS, knowledge: { organisation, lists: loadLists() }, scoring: loadScoring() };

  async function pass(width: number): Promise<Timing[]> {
    const inputs = inputsOf([path], { hidden: 0, special: 0 });
    const timings: Timing[] = [];
    const measured = inOrder(inputs, width, async ({ input, load }): Promise<Timing | undefined> => {
      const specimen = await load();
      if (!('kind' in specimen)) return undefined;
      const started = performance.now();
      const evidence = await reader.read([specimen]);
      judgeEvidence(evidence, [], judging);
      const timedOut = evidence.gaps.some(({ why }) => why === 'timeout');
      return { input, ms: performance.now() - started, timedOut };
    });
    for await (const timing of measured) if (timing) timings.push(timing);
    return timings;
  }

  try {
    // First for throughput, with more in work than there are threads; then none waits, for the time of each by itself.
    const started = performance.now();
    const before = process.cpuUsage();
    const count = (await pass(threads * 5)).length;
    const seconds = (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(before);
    const timings = await pass(threads);
    if (count === 0) throw new Error('There is nothing to read in that folder.');
    const times = timings.map(({ ms }) => ms);
    const worst = timings.reduce((one, other) => (other.ms > one.ms ? other : one));
    const silent = timings.filter(({ ms, timedOut }) => ms > LIMIT_MS + GRACE_MS && !timedOut);
    console.log(`\n${count} files, ${threads} threads, ${CHECKS.length} checks, ${seconds.toFixed(1)} s`);
    const held = [
      line('messages a second', count / seconds, '/s', { least: 125 * threads }),
      line('processor time a message', (user + system) / 1000 / count, 'ms'),
      // What the same work comes to where nobody else wants the cores.
      line('messages a second on idle cores', (threads * count * 1e6) / (user + system), '/s'),
      line('a message, median', percentile(times, 0.5), 'ms'),
      line('a message, 99th percentile', percentile(times, 0.99), 'ms', { most: 100 }),
      line('a message, worst', worst.ms, `ms  ${worst.input}`),
      line('timed out, and said so', timings.filter(({ timedOut }) => timedOut).length, ''),
      line('over the time limit without a gap', silent.length, '', { most: 0 }),
      // The readers are threads of this process, and nothing starts another: this is all there is.
      line('peak memory', process.resourceUsage().maxRSS / 1024, 'MB', { most: 700 }),
    ];
    return held.every(Boolean);
  } finally {
    await reader.close();
  }
}

/** Prints one figure with its floor or ceiling; false when that does not hold. */
function line(what: string, figure: number, unit: string, bound: { least?: number; most?: number } = {}): boolean {
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = bound;
  const held = figure >= least && figure <= most;
  const said =
    bound.least !== undefined ? `   at least ${least}` : bound.most !== undefined ? `   at most ${most}` : '';
  const digits = Number.isInteger(figure) ? 0 : 2;
  console.log(`  ${what.padEnd(36)} ${figure.toFixed(digits).padStart(10)} ${unit}${said}${held ? '' : '   BROKEN'}`);
  return held;
}

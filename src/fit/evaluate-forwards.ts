/**
 * `npm run evaluate:forwards -- <labelled folder> [every nth mail]`: hands the mails on as staff do, attached and inline in
 * four languages, and compares what is said of the forwards with what is said of their originals. By the shipped
 * points. A forward lacks what its program does not print: Reply-To, and all else in the head of the original.
 */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { judgeEvidence } from '../assess.ts';
import { CHECKS } from '../checks/index.ts';
import { loadLists, loadScoring } from '../data/load.ts';
import { openReader } from '../parse/pool.ts';
import { percent } from './figures.ts';
import { FORWARD_STYLES } from './forward-styles.ts';
import { readLabels } from './labels.ts';

const [folder, nth = '5'] = process.argv.slice(2);
if (!folder)
  throw new Error('Which labelled folder? npm run evaluate:forwards -- <folder with labels.tsv> [every nth mail]');

const judging = {
  checks: CHECKS,
  scoring: loadScoring(),
  knowledge: {
    organisation: { domains: ['hospital.example'], names: [], vips: [], authservIds: [] },
    lists: loadLists(),
  },
};
const reader = openReader({ threads: availableParallelism() });
const flagged = async (bytes: Uint8Array): Promise<boolean> => {
  const evidence = await reader.read([{ kind: 'mail', bytes, name: 'mail.eml' }]);
  return ['high', 'suspicious'].includes(judgeEvidence(evidence, [], judging).risk);
};

const counts = new Map<string, { n: number; original: number; forward: number }>();
const labels = readLabels(folder).filter(({ class: kind }, at) => kind !== 'spam' && at % Number(nth) === 0);
for (const { path, class: kind, core } of labels) {
  const original = readFileSync(join(folder, path));
  const before = await flagged(original);
  await Promise.all(
    FORWARD_STYLES.map(async ({ name, build }) => {
      const after = await flagged(await build(original));
      const key = `${kind === 'ham' ? 'ham' : core ? 'core phish' : 'other phish'}: ${name}`;
      const count = counts.get(key) ?? { n: 0, original: 0, forward: 0 };
      counts.set(key, {
        n: count.n + 1,
        original: count.original + Number(before),
        forward: count.forward + Number(after),
      });
    }),
  );
}
await reader.close();

console.log(`${'flagged'.padEnd(34)}      n  original   forward    points`);
for (const [name, { n, original, forward }] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const points = `${((100 * (forward - original)) / n).toFixed(1)}`.padStart(9);
  console.log(`${name.padEnd(34)} ${String(n).padStart(6)} ${percent(original / n)} ${percent(forward / n)} ${points}`);
}

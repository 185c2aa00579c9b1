/**
 * `npm run fit -- <labelled folder>`: fits points, thresholds and the wording model on labelled mails, writes them to
 * `src/data/scoring.json` and `src/data/wording.json`, and prints what changed. Repeatable to the byte.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { CHECKS } from '../checks/index.ts';
import { loadLists, loadScoring } from '../data/load.ts';
import type { Knowledge, WordingModel } from '../model.ts';
import { readExamples } from './examples.ts';
import { learn, prepare, UNIT } from './learn.ts';
import { prepareOwn } from './own-prepared.ts';

async function main(): Promise<void> {
  const folders = process.argv.slice(2);
  if (folders.length === 0) throw new Error('Which labelled folders? npm run fit -- <folder with labels.tsv> …');
  const knowledge: Knowledge = {
    organisation: { domains: [], names: [], vips: [], authservIds: [] },
    lists: loadLists(),
  };
  const prior = loadScoring();
  const examples = [];
  for (const folder of folders) examples.push(...(await readExamples(folder)));
  const { scoring, wording } = learn(prepare(examples, knowledge), prepareOwn(knowledge, UNIT), prior);
  for (const { id, points } of CHECKS) {
    const [before, after] = [prior.points[id] ?? points, scoring.points[id] ?? points];
    if (before !== after) console.log(`${id.padEnd(40)} ${before} → ${after}`);
  }
  console.log(`thresholds: suspicious ${scoring.thresholds.suspicious}, high ${scoring.thresholds.high}`);
  write('scoring.json', `${JSON.stringify(scoring, null, 2)}\n`);
  write('wording.json', wordingJson(wording));
  console.log(`Fitted on ${examples.length} mails.`);
}

function wordingJson({ weights, ...rest }: WordingModel): string {
  const base64 = Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength).toString('base64');
  return `${JSON.stringify({ ...rest, weights: base64 }, null, 2)}\n`;
}

function write(name: string, text: string): void {
  const url = new URL(`../data/${name}`, import.meta.url);
  const changed = readFileSync(url, { encoding: 'utf8', flag: 'a+' }) !== text;
  writeFileSync(url, text);
  console.log(`${name}: ${changed ? 'changed' : 'unchanged'}`);
}

await main();

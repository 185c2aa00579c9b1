/**
 * `npm run fit:urls -- urls.tsv`: fits the model of addresses to a table of links and writes `src/data/url-model.json`.
 * The table has a header line with `class` (phish or benign), `source` and `url`. `--trial` only says how the model does
 * on links it was not fitted on.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadLists } from '../data/load.ts';
import { SetupError } from '../errors.ts';
import { examplesOf, wellKnownExamples } from './url-examples.ts';
import { fitWeights, quantised } from './url-model.ts';
import { boundAt, leaveSourcesOut, scoreAcrossFolds, type Trial, trialOf } from './url-model-trial.ts';

const OUT = new URL('../data/url-model.json', import.meta.url);
const SHARES = [0.001, 0.003, 0.01, 0.03];

/** Share of the honest links that each bound lets be accused. In a mail, which has many, none of them. */
const ACCUSED = { somewhat: 0.03, plainly: 0.012, strongly: 0.007, inMail: 0 };

function print({ name, phish, benign, caught }: Trial): void {
  const cells = caught.map((cell) => `${(100 * cell.caught).toFixed(1)} % at ${(100 * cell.accused).toFixed(1)} %`);
  console.log(`${name.padEnd(46)} ${String(phish).padStart(5)} ${String(benign).padStart(5)}   ${cells.join('   ')}`);
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { trial: { type: 'boolean', default: false } },
  });
  const [path] = positionals;
  if (path === undefined) throw new SetupError('npm run fit:urls -- urls.tsv');
  const lists = loadLists();
  const examples = [...examplesOf(readFileSync(path, 'utf8'), lists), ...wellKnownExamples(lists)];
  const judged = scoreAcrossFolds(examples);
  console.log(`${'left out'.padEnd(46)} phish benign  caught at so many honest links accused`);
  print(trialOf('a fifth', judged, SHARES));
  for (const [source, own] of Map.groupBy(judged, ({ example }) => example.source)) {
    const phish = own.some(({ example }) => example.phish);
    if (phish) print(trialOf(`  of it ${source}`, [...own, ...judged.filter(({ example }) => !example.phish)], SHARES));
  }
  if (values.trial) {
    for (const trial of leaveSourcesOut(examples, SHARES)) print(trial);
    return;
  }
  const benign = judged.filter(({ example }) => !example.phish).map(({ score }) => score);
  const bounds = Object.fromEntries(
    Object.entries(ACCUSED).map(([grade, share]) => [grade, Number(boundAt(benign, share).toFixed(2))]),
  );
  const { step, bias, bytes } = quantised(fitWeights(examples));
  const model = {
    source:
      'fitted by `npm run fit:urls` to public lists of phishing links and links of ordinary sites; weights only, no link',
    licence: 'MIT',
    step,
    bias,
    bounds,
    weights: Buffer.from(bytes.buffer).toString('base64'),
  };
  writeFileSync(OUT, `${JSON.stringify(model, null, 2)}\n`);
  console.log(`wrote ${OUT.pathname.split('/').slice(-3).join('/')}, bounds ${JSON.stringify(bounds)}`);
}

main();

/**
 * `npm run fit:urls -- urls.tsv`: fits the model of addresses to a table of links and writes `src/data/url-model.json`.
 * The table has a header line with `class` (phish or benign), `source` and `url`. `--trial` only says how the model does
 * on links it was not fitted on.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { featuresOf, isJudged } from '../checks/url-model/features.ts';
import { loadLists } from '../data/load.ts';
import { SetupError } from '../errors.ts';
import type { Lists } from '../model.ts';
import { urlParts } from '../parse/url.ts';
import { type Example, fitWeights, quantised } from './url-model.ts';
import { boundAt, FOLDS, leaveSourcesOut, scoreAcrossFolds, type Trial, trialOf } from './url-model-trial.ts';

const OUT = new URL('../data/url-model.json', import.meta.url);
const SHARES = [0.001, 0.003, 0.01, 0.03];

/** Share of the honest links that each bound lets be accused. In a mail hundreds of links are looked at. */
const ACCUSED = { somewhat: 0.03, plainly: 0.012, strongly: 0.005, inMail: 0.001 };

/** The examples of a table. Links that the model would not be asked about teach it nothing. */
export function examplesOf(table: string, lists: Lists): Example[] {
  const [header = '', ...lines] = table.split('\n');
  const columns = header.split('\t');
  const at = { class: columns.indexOf('class'), source: columns.indexOf('source'), url: columns.indexOf('url') };
  if (Object.values(at).includes(-1)) throw new SetupError('The table needs the columns class, source and url.');
  return lines.flatMap((line): Example[] => {
    const fields = line.split('\t');
    // Lists copied from web pages carry the pages' own escapes.
    const parts = urlParts((fields[at.url] ?? '').replaceAll('&amp;', '&'));
    if (!parts || !isJudged(parts, lists)) return [];
    return [
      {
        slots: featuresOf(parts, lists).map(({ slot }) => slot),
        phish: fields[at.class] === 'phish',
        source: fields[at.source] ?? '',
        fold: foldOf(parts.domain || parts.host),
      },
    ];
  });
}

function foldOf(domain: string): number {
  let sum = 0;
  for (const letter of domain) sum = (sum * 31 + letter.charCodeAt(0)) >>> 0;
  return (sum >>> 4) % FOLDS;
}

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
  const examples = examplesOf(readFileSync(path, 'utf8'), loadLists());
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
    source: 'fitted by `npm run fit:urls` to public lists of phishing links and links of ordinary sites; weights only, no link',
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

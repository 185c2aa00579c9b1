/**
 * `npm run evaluate -- <labelled folder>`: how well the verdicts match the labels. First what is shipped, then what a fit
 * says of mail that it has not seen: no campaign and no honest source on both sides, past to future, languages and
 * sources left out (not with `--quick`). Then the worst misses and false alarms with their findings. Changes nothing.
 */
import { loadLists, loadScoring } from '../data/load.ts';
import type { Knowledge } from '../model.ts';
import { readExamples } from './examples.ts';
import { caughtAt, type Judged, lineOf, percent, tableOf } from './figures.ts';
import { foldsOf, pastToFuture, type Split, sourcesLeftOut, withoutLanguages } from './folds.ts';
import { learn, type Prepared, prepare, UNIT, verdictOf } from './learn.ts';
import { prepareOwn } from './own-prepared.ts';

const FOLDS = 5;
const WORST = 20;
const ENOUGH = 50;

async function main(): Promise<void> {
  const folder = process.argv[2];
  if (!folder) throw new Error('Which labelled folder? npm run evaluate -- <folder with labels.tsv>');
  const knowledge: Knowledge = {
    organisation: { domains: [], names: [], vips: [], authservIds: [] },
    lists: loadLists(),
  };
  const prior = loadScoring();
  const mails = prepare(await readExamples(folder), knowledge);
  const say = (text: string): void => console.log(`${text}\n`);

  const { wording } = knowledge.lists;
  if (wording) {
    say('## As shipped (points and wording may have been fitted to these very mails)');
    report(
      mails.map((mail) => ({ label: mail.example, verdict: verdictOf(mail, { scoring: prior, wording }, knowledge) })),
      say,
    );
  }

  const measure = (split: Split): Judged[] => {
    const learnt = learn(
      split.learn.map((at) => mails[at] as Prepared),
      own,
      prior,
    );
    return split.measure.map((at) => {
      const mail = mails[at] as Prepared;
      return { label: mail.example, verdict: verdictOf(mail, learnt, knowledge) };
    });
  };
  const own = prepareOwn(knowledge, UNIT);
  const labels = mails.map(({ example }) => example);
  say('## (a) Unseen campaigns, unseen honest sources');
  const unseen = foldsOf(labels, FOLDS).flatMap(measure);
  report(unseen, say);
  say('## (b) Past to future: fitted on lures up to 2024');
  report(measure(pastToFuture(labels, 2024)), say, false);
  say('## (c) Fitted without lures in German and Portuguese');
  report(measure(withoutLanguages(labels, ['de', 'pt'])), say, false);
  if (!process.argv.includes('--quick')) {
    say('## Each source left out of the fit');
    for (const split of sourcesLeftOut(labels, ENOUGH)) {
      say(tableOf(`left out: ${split.name}`, measure(split), ({ class: kind, core }) => (core ? 'core' : kind)));
    }
  }
  say(`## The ${WORST} worst misses and false alarms of (a)`);
  const order = unseen.toSorted((a, b) => a.verdict.score - b.verdict.score);
  say(
    order
      .filter(({ label }) => label.core)
      .slice(0, WORST)
      .map(lineOf)
      .join('\n'),
  );
  say(
    order
      .filter(({ label }) => label.class === 'ham')
      .slice(-WORST)
      .reverse()
      .map(lineOf)
      .join('\n'),
  );
}

function report(judged: Judged[], say: (text: string) => void, sources = true): void {
  say(tableOf('by class', judged, ({ class: kind }) => kind));
  say(tableOf('phish', judged, ({ class: kind, core }) => (kind === 'phish' ? (core ? 'core' : 'other') : undefined)));
  if (sources) {
    say(
      tableOf(`honest sources of ${ENOUGH} or more, and templates`, judged, ({ class: kind, source }) =>
        kind === 'ham' &&
        (source.startsWith('tpl-') || judged.filter(({ label }) => label.source === source).length >= ENOUGH)
          ? source
          : undefined,
      ),
    );
    say(tableOf('core phish by language', judged, ({ core, language }) => (core ? language : undefined)));
  }
  const ham = judged.filter(({ label }) => label.class === 'ham');
  const core = judged.filter(({ label }) => label.core);
  const at = [0.01, 0.001].map((rate) => `${percent(caughtAt(rate, core, ham))} at ${rate * 100} % of ham`);
  say(`core phish caught by score:${at.join(',')}`);
}

await main();

import { CHECKS } from '../checks/index.ts';
import { runChecks } from '../checks/run.ts';
import { wordingStrength } from '../checks/wording.ts';
import type { Finding, Knowledge, Scoring, Verdict, WordingModel } from '../model.ts';
import { judge } from '../verdict.ts';
import type { Example } from './examples.ts';
import type { OwnPrepared } from './own-prepared.ts';
import { fitPoints, type Row } from './points-fit.ts';
import { fitWording, type Worded, wordedOf } from './wording-fit.ts';

/** The check whose strength the wording model gives. Its findings depend on the model, all others' only on the mail. */
const WORDING = 'wording-of-known-lures';

/** Points at full strength, so that a finding's own points are its strength. */
export const UNIT: Pick<Scoring, 'points'> = { points: Object.fromEntries(CHECKS.map(({ id }) => [id, 1])) };

const PLACES = new Map(CHECKS.map(({ id }, at) => [id, at]));

/** A labelled mail with all that does not change between folds. */
export interface Prepared {
  example: Example;
  worded: Worded;
  /** Findings of all checks but that of the wording, at one point each. */
  findings: Finding[];
}

/** What a fit gives: what `src/data/scoring.json` and `src/data/wording.json` hold. */
export interface Learnt {
  scoring: Scoring;
  wording: WordingModel;
}

export function prepare(examples: Example[], knowledge: Knowledge): Prepared[] {
  const unworded: Knowledge = { ...knowledge, lists: { ...knowledge.lists, wording: undefined } };
  return examples.map((example) => ({
    example,
    worded: wordedOf(example),
    findings: runChecks(CHECKS, example.evidence, [], unworded, UNIT).findings,
  }));
}

/**
 * Fits wording, points and thresholds on these mails, and on those of our own beside them. `prior` gives the caps and the
 * threshold of suspicious. Our own have no sender and no links: they tell what words weigh, and place no threshold.
 */
export function learn(mails: Prepared[], own: OwnPrepared[], prior: Scoring): Learnt {
  const { model, unseen } = fitWording([...mails, ...own].map(({ worded }) => worded));
  const rows = [...mails, ...own].map(({ worded, findings }, at): Row => {
    const shown = findings.map(({ check, points }) => ({ check: PLACES.get(check) as number, strength: points }));
    const strength = wordingStrength(unseen[at] as number, model);
    if (strength > 0) shown.push({ check: PLACES.get(WORDING) as number, strength });
    return { label: worded.label, shown, isOwn: at >= mails.length };
  });
  return { scoring: { ...prior, ...fitPoints(CHECKS, rows, prior) }, wording: model };
}

/** What a fit says of a mail: the same way that the bot judges. */
export function verdictOf(
  { example, findings }: Prepared,
  { scoring, wording }: Learnt,
  knowledge: Knowledge,
): Verdict {
  const known: Knowledge = { ...knowledge, lists: { ...knowledge.lists, wording } };
  const worded = CHECKS.filter(({ id }) => id === WORDING);
  const run = runChecks(worded, example.evidence, [], known, UNIT);
  const weighed = [...findings, ...run.findings].map((finding) => ({
    ...finding,
    points: Math.round((scoring.points[finding.check] ?? 1) * finding.points * 10) / 10,
  }));
  return judge({ findings: weighed, ran: CHECKS.length }, example.evidence.gaps, scoring);
}
